package io.waybot.db.customer;

import io.waybot.db.postgres.BinaryCopy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Reads columns of a table by customers' number, in its order: by binary {@code COPY} on
 * PostgreSQL, by the driver elsewhere.
 *
 * @param select columns and table, the number first; from our own code or the catalogue
 * @param also a condition beside the number's, or blank
 */
record NumberScan(JdbcTemplate batch, String select, List<ColumnType> types, String also) {

  /** Calls the handler for each of these customers, one after the other. */
  void each(RoaringBitmap customers, Consumer<ColumnRow> handler) {
    ReadAhead.each(
        NumberRange.of(customers),
        (range, turn) ->
            batch.execute((Connection connection) -> {
              if (BinaryCopy.understoodBy(connection)) {
                copied(connection, range, turn, customers, handler);
              } else {
                queried(connection, range, turn, customers, handler);
              }
              return true;
            }));
  }

  private String where(Object first, Object last) {
    return select + " where number between " + first + " and " + last + also + " order by number";
  }

  private void copied(
      Connection connection,
      NumberRange range,
      Runnable turn,
      RoaringBitmap customers,
      Consumer<ColumnRow> handler)
      throws SQLException {
    var rows = BinaryCopy.rows(connection, where(range.first(), range.last()));
    turn.run();
    var row = new CopiedRow(types);
    for (var bytes : rows) {
      row.turnTo(bytes);
      if (customers.contains(row.customer())) {
        handler.accept(row);
      }
    }
  }

  private void queried(
      Connection connection,
      NumberRange range,
      Runnable turn,
      RoaringBitmap customers,
      Consumer<ColumnRow> handler)
      throws SQLException {
    try (var statement = connection.prepareStatement(where("?", "?"))) {
      statement.setInt(1, range.first());
      statement.setInt(2, range.last());
      try (var rows = statement.executeQuery()) {
        turn.run();
        var row = new ResultRow(rows);
        while (rows.next()) {
          if (customers.contains(row.customer())) {
            handler.accept(row);
          }
        }
      }
    }
  }
}
