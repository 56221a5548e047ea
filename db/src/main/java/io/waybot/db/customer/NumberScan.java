package io.waybot.db.customer;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.function.Consumer;
import org.postgresql.PGStatement;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Reads columns of a table by customers' number, in its order.
 *
 * @param select columns and table, the number first; from our own code or the catalogue
 * @param also a condition beside the number's, or blank
 */
record NumberScan(JdbcTemplate batch, String select, String also) {
  /** PostgreSQL's driver takes numbers as they are then, and not as text, from the first time. */
  private static final int IN_BINARY = -1;

  /** Calls the handler for each of these customers, one after the other. */
  void each(RoaringBitmap customers, Consumer<ColumnRow> handler) {
    ReadAhead.each(
        NumberRange.of(customers),
        (range, turn) ->
            batch.query(
                connection -> statement(connection, range),
                rows -> {
                  turn.run();
                  var row = new ColumnRow(rows);
                  while (rows.next()) {
                    if (customers.contains(row.customer())) {
                      handler.accept(row);
                    }
                  }
                  return true;
                }));
  }

  private PreparedStatement statement(Connection connection, NumberRange range)
      throws SQLException {
    var statement =
        connection.prepareStatement(
            select + " where number between ? and ?" + also + " order by number");
    if (statement.isWrapperFor(PGStatement.class)) {
      statement.unwrap(PGStatement.class).setPrepareThreshold(IN_BINARY);
    }
    statement.setInt(1, range.first());
    statement.setInt(2, range.last());
    return statement;
  }
}
