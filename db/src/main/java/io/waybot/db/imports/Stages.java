package io.waybot.db.imports;

import io.waybot.db.customer.Dataset;
import io.waybot.db.customer.DatasetColumn;
import java.sql.Date;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Makes stages and notes on a dataset what was imported last. */
@Component
public class Stages {
  private final JdbcTemplate batch;
  private final BulkInsert bulk;

  Stages(JdbcTemplate batch, BulkInsert bulk) {
    this.batch = batch;
    this.bulk = bulk;
  }

  /**
   * A stage for one row per customer.
   *
   * @param snapshot whether customers that the file does not name become inactive
   * @param defaultOrg unit of new customers for which the file says nothing
   */
  public Stage profile(
      UUID importId,
      Dataset dataset,
      List<DatasetColumn> columns,
      boolean snapshot,
      String defaultOrg) {
    return new ProfileStage(importId, dataset, columns, snapshot, defaultOrg, batch, bulk);
  }

  /** A stage for events: values are code, time ({@code OffsetDateTime}), amount and attributes. */
  public Stage events(UUID importId, Dataset dataset) {
    return new EventStage(importId, dataset, batch, bulk);
  }

  /** Notes the finished import on its dataset; an older data date does not replace a newer one. */
  public void imported(String dataset, UUID importId, LocalDate dataDate, long rows) {
    var date = Date.valueOf(dataDate);
    batch.update(
        "update dataset set last_import_id = ?, last_rows = ?, data_date = case when data_date is"
            + " null or data_date < ? then ? else data_date end where name = ?",
        importId,
        rows,
        date,
        date,
        dataset);
  }
}
