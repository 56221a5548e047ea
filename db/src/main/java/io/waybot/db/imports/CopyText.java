package io.waybot.db.imports;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postgresql.copy.CopyIn;

/**
 * Rows in PostgreSQL's text format for COPY: tab between values, {@code \N} for null, backslash
 * escapes. Much of a row is often the very object of the row before; its bytes are copied.
 */
final class CopyText {
  private static final int AT_ONCE = 64 * 1024;
  private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
  private static final int UUID_LENGTH = 36;
  private static final Object NOTHING = new Object();

  private final CopyIn copy;
  private final @Nullable Object[] before;
  private final int[] from;
  private final int[] to;
  private byte[] bytes = new byte[2 * AT_ONCE];
  private int length;

  CopyText(CopyIn copy, int columns) {
    this.copy = copy;
    this.before = new @Nullable Object[columns];
    this.from = new int[columns];
    this.to = new int[columns];
    Arrays.fill(before, NOTHING);
  }

  void add(@Nullable Object[] row) throws SQLException {
    for (int i = 0; i < row.length; i++) {
      int start = length;
      if (row[i] == before[i]) {
        append(bytes, from[i], to[i] - from[i]);
      } else {
        value(row[i]);
      }
      before[i] = row[i];
      from[i] = start;
      to[i] = length;
      append(i + 1 < row.length ? '\t' : '\n');
    }
    if (length >= AT_ONCE) {
      send();
    }
  }

  /** Sends what has not been sent yet. */
  void send() throws SQLException {
    copy.writeToCopy(bytes, 0, length);
    length = 0;
    Arrays.fill(before, NOTHING);
  }

  private void value(@Nullable Object value) {
    switch (value) {
      case null -> ascii("\\N");
      case Integer number -> ascii(number.toString());
      case UUID id -> id(id);
      default -> escaped(value.toString().getBytes(StandardCharsets.UTF_8));
    }
  }

  private void id(UUID id) {
    makeRoom(UUID_LENGTH);
    hex(id.getMostSignificantBits() >>> 32, 8);
    bytes[length++] = '-';
    hex(id.getMostSignificantBits() >>> 16, 4);
    bytes[length++] = '-';
    hex(id.getMostSignificantBits(), 4);
    bytes[length++] = '-';
    hex(id.getLeastSignificantBits() >>> 48, 4);
    bytes[length++] = '-';
    hex(id.getLeastSignificantBits(), 12);
  }

  private void hex(long bits, int digits) {
    for (int digit = digits - 1; digit >= 0; digit--) {
      bytes[length++] = HEX[(int) (bits >>> (4 * digit)) & 0xF];
    }
  }

  /** In UTF-8 no byte of a longer character looks like one of those that are escaped. */
  private void escaped(byte[] text) {
    int done = 0;
    for (int i = 0; i < text.length; i++) {
      char letter =
          switch (text[i]) {
            case '\\' -> '\\';
            case '\t' -> 't';
            case '\n' -> 'n';
            case '\r' -> 'r';
            default -> 0;
          };
      if (letter != 0) {
        append(text, done, i - done);
        append('\\');
        append(letter);
        done = i + 1;
      }
    }
    append(text, done, text.length - done);
  }

  private void ascii(String text) {
    append(text.getBytes(StandardCharsets.US_ASCII), 0, text.length());
  }

  private void append(char ascii) {
    makeRoom(1);
    bytes[length++] = (byte) ascii;
  }

  private void append(byte[] more, int start, int count) {
    makeRoom(count);
    System.arraycopy(more, start, bytes, length, count);
    length += count;
  }

  private void makeRoom(int count) {
    if (length + count > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + count));
    }
  }
}
