package io.waybot.db.imports;

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
      if (row[i] == null) {
        text.append("\\N");
      } else {
        escaped(text, row[i].toString());
      }
    }
    text.append('\n');
  }

  private static void escaped(StringBuilder text, String value) {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      switch (c) {
        case '\\' -> text.append("\\\\");
        case '\t' -> text.append("\\t");
        case '\n' -> text.append("\\n");
        case '\r' -> text.append("\\r");
        default -> text.append(c);
      }
    }
  }
}
