package io.waybot.db.experiment;

import java.util.Iterator;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** One row per customer and run, for the bank's own systems to read. */
@Component
public class WriteBackTable {
  private static final int AT_ONCE = 1_000;
  private final JdbcTemplate jdbc;

  WriteBackTable(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * What became of a customer.
   *
   * @param arm treatment or control
   * @param channel that reached them first, null if none did
   */
  public record Row(
      int customer,
      String arm,
      @Nullable String channel,
      @Nullable String product,
      boolean responded,
      boolean converted) {}

  /** Puts these rows in the place of all that the run wrote before. */
  @Transactional
  public void replace(UUID runId, Iterator<Row> rows) {
    jdbc.update("delete from write_back_row where run_id = ?", runId);
    var batch = new java.util.ArrayList<Row>(AT_ONCE);
    while (rows.hasNext()) {
      batch.add(rows.next());
      if (batch.size() == AT_ONCE || !rows.hasNext()) {
        insert(runId, batch);
        batch.clear();
      }
    }
  }

  private void insert(UUID runId, java.util.List<Row> batch) {
    jdbc.batchUpdate(
        "insert into write_back_row (run_id, customer, arm, channel, product_code, responded,"
            + " converted) values (?,?,?,?,?,?,?)",
        batch,
        AT_ONCE,
        (statement, row) -> {
          statement.setObject(1, runId);
          statement.setInt(2, row.customer());
          statement.setString(3, row.arm());
          statement.setString(4, row.channel());
          statement.setString(5, row.product());
          statement.setBoolean(6, row.responded());
          statement.setBoolean(7, row.converted());
        });
  }
}
