package io.waybot.db.imports;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * PostgreSQL's text format for COPY: tab between values, {@code \N} for null, backslash escapes.
 */
final class CopyText {
  private CopyText() {}

  static void append(StringBuilder text, @Nullable Object[] row) {
    for (int i = 0; i < row.length; i++) {
      if (i > 0) {
        text.append('\t');
      }
      switch (row[i]) {
        case null -> text.append("\\N");
        case Integer number -> text.append(number.intValue());
        case UUID id -> text.append(id);
        default -> escaped(text, row[i].toString());
      }
    }
    text.append('\n');
  }

  private static void escaped(StringBuilder text, String value) {
    int done = 0;
    for (int i = 0; i < value.length(); i++) {
      var escape =
          switch (value.charAt(i)) {
            case '\\' -> "\\\\";
            case '\t' -> "\\t";
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            default -> "";
          };
      if (!escape.isEmpty()) {
        text.append(value, done, i).append(escape);
        done = i + 1;
      }
    }
    text.append(value, done, value.length());
  }
}
