package io.waybot.runtime.strategy;

import io.waybot.bots.template.Choice;
import io.waybot.bots.template.LiveChoices;
import io.waybot.db.content.Content;
import io.waybot.db.content.Contents;
import io.waybot.db.strategy.Strategy;
import io.waybot.runtime.strategy.StrategyRow.Cell;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Looks at every cell of a table: each must hold something that the bank has. */
@Component
class StrategyCheck {
  private static final int MOST_FRESH_DAYS = 400;
  private static final Map<Cell, String> SOURCES =
      Map.of(
          Cell.SEGMENT, "segments",
          Cell.EVENT, "events",
          Cell.PRODUCT, "products",
          Cell.CHANNEL, "channels",
          Cell.SECOND, "channels",
          Cell.CONTENT, "contents");

  private final LiveChoices choices;
  private final Contents contents;

  StrategyCheck(LiveChoices choices, Contents contents) {
    this.choices = choices;
    this.contents = contents;
  }

  /**
   * @param rows the strategies, as far as they are sound
   * @param faults by row, then cell; empty: the table may be kept
   */
  record Result(List<Strategy> rows, List<CellFault> faults) {}

  /** What may stand in the cells of one kind; null where anything may. */
  @Nullable List<Choice> choices(Cell cell, Locale language) {
    var source = SOURCES.get(cell);
    return source == null ? null : choices.of(source, language);
  }

  Result check(List<StrategyRow> rows) {
    var known = new EnumMap<Cell, Set<String>>(Cell.class);
    SOURCES.forEach((cell, source) ->
        known.put(
            cell,
            choices.of(source, Locale.ENGLISH).stream()
                .map(Choice::value)
                .collect(Collectors.toSet())));
    var words =
        contents.all().stream().collect(Collectors.toMap(Content::code, Function.identity()));
    var sound = new ArrayList<Strategy>();
    var faults = new ArrayList<CellFault>();
    var codes = new HashSet<String>();
    for (int i = 0; i < rows.size(); i++) {
      var found = faults(i, rows.get(i), known, words);
      if (!codes.add(rows.get(i).code())) {
        found.add(fault(i, rows.get(i), Cell.CODE, "twice"));
      }
      if (found.isEmpty()) {
        sound.add(strategy(rows.get(i), words));
      }
      faults.addAll(found);
    }
    return new Result(sound, faults);
  }

  private static List<CellFault> faults(
      int place, StrategyRow row, Map<Cell, Set<String>> known, Map<String, Content> words) {
    var faults = new ArrayList<CellFault>();
    if (!row.code().matches("[A-Za-z][A-Za-z0-9_-]{0,15}")) {
      faults.add(fault(place, row, Cell.CODE, "code"));
    }
    var mayBeEmpty = Set.of(Cell.PRODUCT, Cell.SECOND);
    known.forEach((cell, values) -> {
      var text = row.get(cell);
      if (text.isEmpty() ? !mayBeEmpty.contains(cell) : !values.contains(text)) {
        faults.add(fault(place, row, cell, text.isEmpty() ? "missing" : "unknown"));
      }
    });
    var content = words.get(row.content());
    var written = content == null ? null : content.productCode(); // null: fits every product
    if (written != null && !row.product().equals(written)) {
      faults.add(fault(place, row, Cell.CONTENT, "other_product"));
    }
    if (!row.second().isEmpty() && row.second().equals(row.channel())) {
      faults.add(fault(place, row, Cell.SECOND, "same_channel"));
    }
    number(place, row, Cell.FRESH_DAYS, 0, MOST_FRESH_DAYS, faults);
    number(place, row, Cell.PRIORITY, 1, 5, faults);
    return faults;
  }

  private static void number(
      int place, StrategyRow row, Cell cell, int least, int most, List<CellFault> faults) {
    var text = row.get(cell);
    boolean fits = text.matches("\\d{1,3}");
    if (!fits || Integer.parseInt(text) < least || Integer.parseInt(text) > most) {
      faults.add(fault(place, row, cell, "range_" + least + "_" + most));
    }
  }

  private static CellFault fault(int place, StrategyRow row, Cell cell, String code) {
    return new CellFault(place, cell, code, row.get(cell));
  }

  private static Strategy strategy(StrategyRow row, Map<String, Content> words) {
    var content = words.get(row.content());
    if (content == null) {
      throw new IllegalStateException("content " + row.content() + " was checked before");
    }
    return new Strategy(
        row.code(),
        row.segment(),
        row.event(),
        row.product().isEmpty() ? null : row.product(),
        row.channel(),
        row.second().isEmpty() ? null : row.second(),
        row.content(),
        content.purpose(),
        Integer.parseInt(row.freshDays()),
        Integer.parseInt(row.priority()));
  }
}
