package io.waybot.runtime.run;

import io.waybot.db.audience.AudienceStore;
import java.util.UUID;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What a rerun finds in the ledger instead of writing it: rows that other runs of its date wrote
 * for customers whom it chose again.
 */
@Component
class FoundRows {
  private final JdbcClient sql;
  private final AudienceStore audiences;

  FoundRows(JdbcClient sql, AudienceStore audiences) {
    this.sql = sql;
    this.audiences = audiences;
  }

  /**
   * @param select columns from a ledger, the customer first
   */
  void each(RunScope run, String select, RowCallbackHandler handler) {
    if (run.isScope()) {
      return;
    }
    var chosen = chosenBy(run.id());
    sql.sql(select + " where scope_run_id = ? and run_id <> ?")
        .params(run.scopeRunId(), run.id())
        .query(
            (RowCallbackHandler)
                row -> {
                  if (chosen.contains(row.getInt(1))) {
                    handler.processRow(row);
                  }
                });
  }

  /** By its decision; of a run that decides nothing, everybody it was told to send to. */
  RoaringBitmap chosenBy(UUID runId) {
    var chosen = new RoaringBitmap();
    sql.sql("select customer from decision where run_id = ?")
        .param(runId)
        .query((RowCallbackHandler) row -> chosen.add(row.getInt(1)));
    if (chosen.isEmpty()) {
      sql.sql("select audience_id from dispatch_step where run_id = ?")
          .param(runId)
          .query(UUID.class)
          .list()
          .forEach(audience -> chosen.or(audiences.load(audience)));
    }
    return chosen;
  }
}
