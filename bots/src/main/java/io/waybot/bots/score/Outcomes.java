package io.waybot.bots.score;

import io.waybot.db.customer.ColumnRow;
import io.waybot.db.customer.ColumnType;
import java.util.Locale;
import java.util.Set;

/** Reads a label column as 1, 0 or NaN for an empty cell. */
final class Outcomes {
  private static final Set<String> YES = Set.of("yes", "y", "true", "1", "是");
  private static final Set<String> NO = Set.of("no", "n", "false", "0", "否");

  private Outcomes() {}

  /**
   * @throws IllegalArgumentException if the cell holds neither a yes nor a no
   */
  static float read(ColumnRow row, int place, ColumnType type) {
    if (row.empty(place)) {
      return Float.NaN;
    }
    var text =
        type == ColumnType.TEXT ? row.text(place) : String.valueOf((Object) row.decimal(place));
    return of(String.valueOf(text));
  }

  static float of(String text) {
    var word = text.strip().toLowerCase(Locale.ROOT);
    word = word.endsWith(".0") ? word.substring(0, word.length() - 2) : word;
    if (YES.contains(word)) {
      return 1;
    }
    if (NO.contains(word)) {
      return 0;
    }
    throw new IllegalArgumentException(
        "a label must be yes or no, true or false, 1 or 0; this column holds '" + text + "'");
  }
}
