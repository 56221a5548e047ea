package io.waybot.runtime.strategy;

import io.waybot.db.strategy.Strategy;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One row as a person typed or imported it: nothing is checked yet, empty text is nothing. */
public record StrategyRow(
    String code,
    String segment,
    String event,
    String product,
    String channel,
    String second,
    String content,
    String freshDays,
    String priority) {

  /** The cells of a row, in the order of the file. */
  public enum Cell {
    CODE("T", "编号"),
    SEGMENT("Group", "客群"),
    EVENT("Event", "事件"),
    PRODUCT("Product", "产品"),
    CHANNEL("First", "首波渠道"),
    SECOND("Second wave", "二波渠道"),
    CONTENT("Content", "内容"),
    FRESH_DAYS("Fresh, d", "有效天数"),
    PRIORITY("Priority", "优先级");

    private final String english;
    private final String chinese;

    Cell(String english, String chinese) {
      this.english = english;
      this.chinese = chinese;
    }

    /** The heading in a file. */
    public String heading(boolean zh) {
      return zh ? chinese : english;
    }

    boolean isNamed(String heading) {
      return heading.equalsIgnoreCase(english)
          || heading.equals(chinese)
          || heading.equalsIgnoreCase(name());
    }
  }

  static StrategyRow of(List<String> cells) {
    return new StrategyRow(
        cells.get(0),
        cells.get(1),
        cells.get(2),
        cells.get(3),
        cells.get(4),
        cells.get(5),
        cells.get(6),
        cells.get(7),
        cells.get(8));
  }

  public static StrategyRow of(Strategy s) {
    return new StrategyRow(
        s.code(),
        s.segment(),
        s.event(),
        orEmpty(s.product()),
        s.channel(),
        orEmpty(s.second()),
        s.content(),
        String.valueOf(s.freshDays()),
        String.valueOf(s.priority()));
  }

  /** A row to fill in. */
  public static StrategyRow empty(String code) {
    return new StrategyRow(code, "", "", "", "", "", "", "3", "3");
  }

  public String get(Cell cell) {
    return cells().get(cell.ordinal());
  }

  /** The same row with another value in one cell. */
  public StrategyRow with(Cell cell, @Nullable String text) {
    var cells = new ArrayList<>(cells());
    cells.set(cell.ordinal(), orEmpty(text));
    return of(cells);
  }

  List<String> cells() {
    return List.of(code, segment, event, product, channel, second, content, freshDays, priority);
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }
}
