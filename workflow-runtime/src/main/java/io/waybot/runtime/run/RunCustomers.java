package io.waybot.runtime.run;

import java.util.Set;
import java.util.UUID;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The customers behind a run's counts that are rows, not stored sets, by internal number. */
@Component
public class RunCustomers {
  private final JdbcClient sql;
  private final FoundRows found;

  RunCustomers(JdbcClient sql, FoundRows found) {
    this.sql = sql;
    this.found = found;
  }

  /** Who was chosen. */
  public RoaringBitmap chosen(UUID runId) {
    return found.chosenBy(runId);
  }

  /** Whose leads are in the state. */
  public RoaringBitmap leads(UUID runId, String state) {
    var customers = new RoaringBitmap();
    var run = scope(runId);
    sql.sql("select customer from lead where scope_run_id = ? and run_id = ? and state = ?")
        .params(run.scopeRunId(), runId, state)
        .query((RowCallbackHandler) row -> customers.add(row.getInt(1)));
    found.each(
        run,
        "select customer, state from lead",
        row -> addIf(state.equals(row.getString(2)), customers, row.getInt(1)));
    return customers;
  }

  /**
   * To whom a step sent, or tried to.
   *
   * @param step elementId#pass
   */
  public RoaringBitmap dispatched(UUID runId, String step, String channel, Set<String> states) {
    var customers = new RoaringBitmap();
    sql.sql("select customer, state from dispatch where run_id = ? and step = ? and channel = ?")
        .params(runId, step, channel)
        .query(
            (RowCallbackHandler)
                row -> addIf(states.contains(row.getString(2)), customers, row.getInt(1)));
    found.each(
        scope(runId),
        "select customer, step, channel, state from dispatch",
        row ->
            addIf(
                step.equals(row.getString(2))
                    && channel.equals(row.getString(3))
                    && states.contains(row.getString(4)),
                customers,
                row.getInt(1)));
    return customers;
  }

  private RunScope scope(UUID runId) {
    return sql.sql("select scope_run_id from run where id = ?")
        .param(runId)
        .query((row, i) -> new RunScope(runId, row.getObject(1, UUID.class)))
        .single();
  }

  private static void addIf(boolean wanted, RoaringBitmap customers, int customer) {
    if (wanted) {
      customers.add(customer);
    }
  }
}
