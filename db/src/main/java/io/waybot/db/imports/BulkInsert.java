package io.waybot.db.imports;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Writes many rows at once: {@code COPY} on PostgreSQL, batched inserts elsewhere. */
@Component
public class BulkInsert {
  private static final int BATCH = 5_000;
  private final JdbcTemplate batch;

  public BulkInsert(JdbcTemplate batch) {
    this.batch = batch;
  }

  /**
   * Inserts the rows in one statement or batch, inside the caller's transaction if there is one.
   *
   * @param table a name from our own code or the catalogue
   * @param rows values in the order of the columns: text, numbers, booleans, dates, instants, ids
   *     or null; asked for one by one and once, so that they need not all exist at a time
   * @throws org.springframework.dao.DuplicateKeyException if a unique key occurs twice
   */
  public void into(String table, List<String> columns, Iterable<@Nullable Object[]> rows) {
    var coming = rows.iterator();
    if (!coming.hasNext()) {
      return;
    }
    batch.execute((Connection connection) -> {
      if (connection.isWrapperFor(PGConnection.class)) {
        copy(connection.unwrap(PGConnection.class), table, columns, coming);
      } else {
        insert(connection, table, columns, coming);
      }
      return true;
    });
  }

  private static void copy(
      PGConnection connection,
      String table,
      List<String> columns,
      Iterator<@Nullable Object[]> rows)
      throws SQLException {
    var copy =
        connection
            .getCopyAPI()
            .copyIn("copy " + table + " (" + String.join(", ", columns) + ") from stdin");
    try {
      var text = new CopyText(copy, columns.size());
      while (rows.hasNext()) {
        text.add(rows.next());
      }
      text.send();
      copy.endCopy();
    } finally {
      if (copy.isActive()) {
        copy.cancelCopy();
      }
    }
  }

  /** Outside a transaction H2 would commit, and write its file, after every single row. */
  private static void insert(
      Connection connection, String table, List<String> columns, Iterator<@Nullable Object[]> rows)
      throws SQLException {
    boolean alone = connection.getAutoCommit();
    connection.setAutoCommit(false);
    try {
      insertInBatches(connection, table, columns, rows);
      if (alone) {
        connection.commit();
      }
    } catch (SQLException e) {
      if (alone) {
        connection.rollback();
      }
      throw e;
    } finally {
      connection.setAutoCommit(alone);
    }
  }

  private static void insertInBatches(
      Connection connection, String table, List<String> columns, Iterator<@Nullable Object[]> rows)
      throws SQLException {
    var marks = String.join(", ", Collections.nCopies(columns.size(), "?"));
    var text =
        "insert into " + table + " (" + String.join(", ", columns) + ") values (" + marks + ")";
    try (var statement = connection.prepareStatement(text)) {
      int waiting = 0;
      while (rows.hasNext()) {
        var row = rows.next();
        for (int i = 0; i < row.length; i++) {
          statement.setObject(i + 1, row[i]);
        }
        statement.addBatch();
        if (++waiting == BATCH) {
          statement.executeBatch();
          waiting = 0;
        }
      }
      if (waiting > 0) {
        statement.executeBatch();
      }
    }
  }
}
