package io.waybot.db.customer;

import io.waybot.db.postgres.BinaryNumbers;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.function.Consumer;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Reads columns of a table by customers' number, in its order.
 *
 * @param select columns and table, the number first; from our own code or the catalogue
 * @param also a condition beside the number's, or blank
 */
record NumberScan(JdbcTemplate batch, String select, String also) {
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
        BinaryNumbers.prepare(
            connection, select + " where number between ? and ?" + also + " order by number");
    statement.setInt(1, range.first());
    statement.setInt(2, range.last());
    return statement;
  }
}
