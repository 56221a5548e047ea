package io.waybot.connectors.imports;

import io.waybot.db.customer.ColumnType;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Turns the text of a cell into a value of its column's type. */
final class CellParser {
  private static final Pattern DATE =
      Pattern.compile("(\\d{4})[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?|(\\d{4})(\\d{2})(\\d{2})");
  private static final int LONGEST_NUMBER = 40;
  private static final int MOST_DIGITS_BEFORE_THE_POINT = 14;
  private static final int DIGITS_AFTER_THE_POINT = 6;

  private CellParser() {}

  /**
   * The value, null for an empty cell.
   *
   * @param label names the column in the reason
   * @throws BadCell.Found if the text is no value of that type
   */
  static @Nullable Object parse(String cell, ColumnType type, String label) {
    if (type == ColumnType.TEXT) {
      return text(cell, label);
    }
    var text = cell.strip();
    if (text.isEmpty()) {
      return null;
    }
    return switch (type) {
      case INT -> whole(text, label);
      case DECIMAL -> decimal(text, label);
      case DATE -> date(text, label);
      default -> flag(text, label);
    };
  }

  private static @Nullable String text(String cell, String label) {
    if (cell.isEmpty()) {
      return null;
    }
    if (cell.length() > ColumnType.MAX_TEXT) {
      throw new BadCell.Found("too_long", label, ColumnType.MAX_TEXT);
    }
    for (int i = 0; i < cell.length(); i++) {
      char c = cell.charAt(i);
      if (c < ' ' && c != '\t' && c != '\n' && c != '\r') {
        throw new BadCell.Found("control", label);
      }
    }
    return cell;
  }

  private static Long whole(String text, String label) {
    try {
      return number(text, label).longValueExact();
    } catch (ArithmeticException e) {
      throw new BadCell.Found("not_whole", label, text);
    }
  }

  private static BigDecimal decimal(String text, String label) {
    var rounded = number(text, label).setScale(DIGITS_AFTER_THE_POINT, RoundingMode.HALF_UP);
    if (rounded.precision() - rounded.scale() > MOST_DIGITS_BEFORE_THE_POINT) {
      throw new BadCell.Found("too_many_digits", label, text);
    }
    return rounded;
  }

  /** Exponents are bounded before any arithmetic: 1e999999999 would fill the memory with zeros. */
  private static BigDecimal number(String text, String label) {
    try {
      if (text.length() > LONGEST_NUMBER) {
        throw new BadCell.Found("too_many_digits", label, text.substring(0, LONGEST_NUMBER) + "…");
      }
      var number = new BigDecimal(text);
      if (Math.abs((long) number.scale()) > LONGEST_NUMBER) {
        throw new BadCell.Found("too_many_digits", label, text);
      }
      return number;
    } catch (NumberFormatException e) {
      throw new BadCell.Found("not_a_number", label, shortened(text));
    }
  }

  private static LocalDate date(String text, String label) {
    var parts = DATE.matcher(text);
    try {
      if (parts.matches()) {
        int shift = parts.group(1) == null ? 3 : 0;
        return LocalDate.of(
            Integer.parseInt(parts.group(1 + shift)),
            Integer.parseInt(parts.group(2 + shift)),
            Integer.parseInt(parts.group(3 + shift)));
      }
    } catch (DateTimeException e) {
      throw new BadCell.Found("not_a_date", label, text);
    }
    throw new BadCell.Found("not_a_date", label, shortened(text));
  }

  private static Boolean flag(String text, String label) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "true", "yes", "y", "1", "是" -> true;
      case "false", "no", "n", "0", "否" -> false;
      default -> throw new BadCell.Found("not_yes_or_no", label, shortened(text));
    };
  }

  private static String shortened(String text) {
    return text.length() > 60 ? text.substring(0, 60) + "…" : text;
  }
}
