package io.waybot.db.postgres;

import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.postgresql.PGConnection;

/**
 * The rows of a query as {@code COPY} sends them in binary: neither side turns numbers into text
 * and back, which is most of the work of reading many columns of many rows.
 */
public final class BinaryCopy {
  private static final int SIGNATURE_AND_FLAGS = 15;
  private static final short END = -1;

  private BinaryCopy() {}

  /** Whether this is a connection to PostgreSQL. */
  public static boolean understoodBy(Connection connection) throws SQLException {
    return connection.isWrapperFor(PGConnection.class);
  }

  /**
   * All rows, each to be read by a {@link BinaryRow}.
   *
   * @param query without parameters, made of our own names and numbers only
   */
  public static List<byte[]> rows(Connection connection, String query) throws SQLException {
    var copy =
        connection
            .unwrap(PGConnection.class)
            .getCopyAPI()
            .copyOut("copy (" + query + ") to stdout (format binary)");
    try {
      var rows = new ArrayList<byte[]>();
      for (var row = copy.readFromCopy(); row != null; row = copy.readFromCopy()) {
        rows.add(row);
      }
      rows.set(0, withoutHeader(rows.getFirst()));
      rows.removeIf(BinaryCopy::ends);
      return rows;
    } finally {
      if (copy.isActive()) {
        copy.cancelCopy();
      }
    }
  }

  /** The header comes before the first row, or before the end, in one message with it. */
  private static byte[] withoutHeader(byte[] first) {
    int extension = ByteBuffer.wrap(first).getInt(SIGNATURE_AND_FLAGS);
    return Arrays.copyOfRange(first, SIGNATURE_AND_FLAGS + Integer.BYTES + extension, first.length);
  }

  private static boolean ends(byte[] message) {
    return message.length == 0
        || message.length == Short.BYTES && ByteBuffer.wrap(message).getShort() == END;
  }
}
