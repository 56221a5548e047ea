package io.waybot.connectors.imports;

import io.waybot.db.customer.ColumnType;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Rows of an event file: {@code event_id} (the key), {@code customer_no}, {@code code}, {@code at},
 * {@code amount_yuan}, {@code attributes}; the last two may be absent.
 */
public final class EventCells {
  /** The columns of an event dataset, by target name. */
  public static final List<String> COLUMNS =
      List.of("event_id", "customer_no", "code", "at", "amount_yuan", "attributes");

  private static final int LONGEST_CODE = 24;
  private static final int LONGEST_ID = 80;

  private final List<String> headings;
  private final ImportMapping mapping;
  private final ZoneId zone;
  private final JsonMapper json;

  private EventCells(ImportMapping mapping, List<String> headings, ZoneId zone, JsonMapper json) {
    this.headings = headings;
    this.mapping = mapping;
    this.zone = zone;
    this.json = json;
  }

  /** Whether a mapping is about events: its key goes to {@code event_id}. */
  public static boolean describes(ImportMapping mapping) {
    var key = mapping.key().column();
    return "event_id".equals(key)
        || mapping.mapped().stream()
            .anyMatch(column -> column.target().equals("event_id") && column.source().equals(key));
  }

  /**
   * Fits a mapping to the headings of a file.
   *
   * @param zone for times without an offset
   * @throws ImportRefusal if a needed column is not in the file
   */
  public static EventCells of(
      ImportMapping mapping, List<String> headings, ZoneId zone, JsonMapper json) {
    var cells = new EventCells(mapping, headings, zone, json);
    if (cells.index("event_id") < 0) {
      throw ImportRefusal.missingKey("event_id", headings);
    }
    for (var needed : List.of("customer_no", "code", "at")) {
      if (cells.index(needed) < 0) {
        throw ImportRefusal.missingColumn(needed, headings);
      }
    }
    return cells;
  }

  private int index(String target) {
    for (var column : mapping.mapped()) {
      if (column.target().equals(target)) {
        return headings.indexOf(column.source());
      }
    }
    return headings.indexOf(target);
  }

  /**
   * One event.
   *
   * @param customer the bank's key
   * @param values code, time, amount, attributes
   */
  public record Row(String id, String customer, @Nullable Object[] values, List<BadCell> bad) {}

  /** Reads the cells of a row; all reasons are found at once. */
  public Row row(List<String> cells) {
    var bad = new ArrayList<BadCell>(0);
    if (cells.size() != headings.size()) {
      bad.add(BadCell.of("cells", cells.size(), headings.size()));
      return new Row("", "", new Object[0], bad);
    }
    var id = required(cells, "event_id", LONGEST_ID, bad);
    var customer = required(cells, "customer_no", 64, bad);
    var values = new @Nullable Object[4];
    values[0] = required(cells, "code", LONGEST_CODE, bad);
    values[1] = at(required(cells, "at", 64, bad), bad);
    values[2] = amount(optional(cells, "amount_yuan"), bad);
    values[3] = attributes(optional(cells, "attributes"), bad);
    return new Row(id, customer, values, bad);
  }

  private String optional(List<String> cells, String target) {
    int index = index(target);
    return index < 0 ? "" : cells.get(index).strip();
  }

  private String required(List<String> cells, String target, int longest, List<BadCell> bad) {
    var text = optional(cells, target);
    if (text.isEmpty()) {
      bad.add(BadCell.of("required", target));
    } else if (text.length() > longest) {
      bad.add(BadCell.of("too_long", target, longest));
    } else if (text.chars().anyMatch(c -> c < ' ')) {
      bad.add(BadCell.of("control", target));
    }
    return text;
  }

  private @Nullable OffsetDateTime at(String text, List<BadCell> bad) {
    if (text.isEmpty()) {
      return null;
    }
    try {
      if (text.length() == 10) {
        return LocalDate.parse(text).atStartOfDay(zone).toOffsetDateTime();
      }
      var iso = text.replace(' ', 'T');
      return iso.matches(".*(Z|[+-]\\d\\d:?\\d\\d)$")
          ? OffsetDateTime.parse(iso)
          : LocalDateTime.parse(iso).atZone(zone).toOffsetDateTime();
    } catch (DateTimeException e) {
      bad.add(BadCell.of("not_a_time", "at", text));
      return null;
    }
  }

  private static @Nullable BigDecimal amount(String text, List<BadCell> bad) {
    try {
      var value = (BigDecimal) CellParser.parse(text, ColumnType.DECIMAL, "amount_yuan");
      return value == null ? null : value.setScale(2, RoundingMode.HALF_UP);
    } catch (BadCell.Found e) {
      bad.add(e.cell());
      return null;
    }
  }

  private @Nullable String attributes(String text, List<BadCell> bad) {
    if (text.isEmpty()) {
      return null;
    }
    if (text.length() > 2_000) {
      bad.add(BadCell.of("too_long", "attributes", 2_000));
      return null;
    }
    try {
      if (json.readTree(text).isObject()) {
        return text;
      }
    } catch (JacksonException e) {
      // falls through to the same reason: it is not JSON at all
    }
    bad.add(BadCell.of("not_json", "attributes"));
    return null;
  }
}
