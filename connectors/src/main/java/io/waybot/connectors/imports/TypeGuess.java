package io.waybot.connectors.imports;

import io.waybot.db.customer.ColumnType;
import java.util.EnumSet;
import java.util.Set;

/**
 * Narrows down what a column holds, cell by cell. Leading zeros and numbers of more than 15 digits
 * are codes, not quantities: text. A column without any value is text. Yes and no are text too,
 * because "unknown" often comes further down.
 */
final class TypeGuess {
  private final Set<ColumnType> possible = EnumSet.allOf(ColumnType.class);
  private boolean seen;

  void see(String cell) {
    var text = cell.strip();
    if (text.isEmpty()) {
      return;
    }
    seen = true;
    possible.removeIf(type -> !fits(text, type));
  }

  ColumnType type() {
    if (!seen) {
      return ColumnType.TEXT;
    }
    for (var type :
        new ColumnType[] {ColumnType.INT, ColumnType.DECIMAL, ColumnType.DATE, ColumnType.BOOL}) {
      if (possible.contains(type)) {
        return type;
      }
    }
    return ColumnType.TEXT;
  }

  private static boolean fits(String text, ColumnType type) {
    return switch (type) {
      case TEXT -> true;
      case INT -> !code(text) && parses(text, type);
      case DECIMAL -> !code(text) && parses(text, type);
      case DATE -> !text.matches("\\d+") && parses(text, type);
      case BOOL ->
          text.equalsIgnoreCase("true")
              || text.equalsIgnoreCase("false")
              || text.equals("是")
              || text.equals("否");
    };
  }

  private static boolean code(String text) {
    return text.matches("[+-]?0\\d.*") || text.matches("\\d{16,}") || text.startsWith("+");
  }

  private static boolean parses(String text, ColumnType type) {
    try {
      return CellParser.parse(text, type, "") != null;
    } catch (BadCell.Found e) {
      return false;
    }
  }
}
