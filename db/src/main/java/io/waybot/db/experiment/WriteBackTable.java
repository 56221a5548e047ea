package io.waybot.db.experiment;

import io.waybot.db.imports.BulkInsert;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** One row per customer and run, for the bank's own systems to read. */
@Component
public class WriteBackTable {
  private static final List<String> COLUMNS =
      List.of("run_id", "customer", "arm", "channel", "product_code", "responded", "converted");
  private final JdbcTemplate jdbc;
  private final BulkInsert bulk;

  WriteBackTable(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
    this.bulk = new BulkInsert(jdbc);
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
  public void replace(UUID runId, Iterable<Row> rows) {
    jdbc.update("delete from write_back_row where run_id = ?", runId);
    bulk.into(
        "write_back_row",
        COLUMNS,
        () ->
            StreamSupport.stream(rows.spliterator(), false).map(row -> row(runId, row)).iterator());
  }

  private static @Nullable Object[] row(UUID runId, Row row) {
    return new @Nullable Object[] {
      runId,
      row.customer(),
      row.arm(),
      row.channel(),
      row.product(),
      row.responded(),
      row.converted()
    };
  }
}
