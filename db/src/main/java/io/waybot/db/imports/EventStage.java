package io.waybot.db.imports;

import io.waybot.db.customer.Dataset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;

/** Stages a file of events: values are code, time, amount and attributes. */
final class EventStage implements Stage {
  private static final List<String> TYPES =
      List.of("varchar(24)", "timestamp with time zone", "numeric(16, 2)", "varchar(2000)");

  private final Dataset dataset;
  private final JdbcTemplate batch;
  private final StageTable stage;

  EventStage(UUID importId, Dataset dataset, JdbcTemplate batch, BulkInsert bulk) {
    this.dataset = dataset;
    this.batch = batch;
    this.stage = new StageTable(importId, TYPES, batch, bulk);
  }

  @Override
  public void open() {
    stage.open();
  }

  @Override
  public Optional<String> load(List<StagedRow> rows) {
    return stage.load(rows);
  }

  @Override
  public ImportCounts apply() {
    stage.analyse();
    int updated =
        batch.update(
            "update customer_event e set customer = s.n, code = s.v1, at = s.v2, amount_yuan ="
                + " s.v3, attributes = s.v4 from "
                + stage.name()
                + " s where e.dataset = ? and e.event_id = s.k and (e.customer <> s.n or e.code <>"
                + " s.v1 or e.at <> s.v2 or e.amount_yuan is distinct from s.v3 or e.attributes is"
                + " distinct from s.v4)",
            dataset.name());
    int inserted =
        batch.update(
            "insert into customer_event (dataset, event_id, customer, code, at, amount_yuan,"
                + " attributes) select cast(? as varchar(48)), s.k, s.n, s.v1, s.v2, s.v3, s.v4"
                + " from "
                + stage.name()
                + " s where not exists (select 1 from customer_event e where e.dataset = ? and"
                + " e.event_id = s.k)",
            dataset.name(),
            dataset.name());
    return new ImportCounts(
        stage.rows(), inserted, updated, stage.rows() - inserted - updated, 0, 0);
  }

  @Override
  public void drop() {
    stage.drop();
  }
}
