package io.waybot.runtime.run;

import io.waybot.db.run.RobotStep;
import io.waybot.runtime.run.RunView.Dispatches;
import io.waybot.runtime.run.RunView.Evaluation;
import io.waybot.runtime.run.RunView.Leads;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a run wrote into the ledgers: dispatches, leads, decisions, evaluation. */
@Component
class RunLedgers {
  private static final Set<String> SENDING = Set.of("dispatch", "create-leads");

  private final JdbcClient sql;
  private final FoundRows found;

  RunLedgers(JdbcClient sql, FoundRows found) {
    this.sql = sql;
    this.found = found;
  }

  /**
   * The rows a run stands for: those it wrote, and of the scope run's those of customers it chose
   * again. A rerun finds these instead of writing them: nobody is sent twice.
   */
  List<Dispatches> dispatches(RunScope run) {
    var tallies = new TreeMap<String, LedgerTally>();
    sql.sql(
            "select step, channel, state, count(*) from dispatch where run_id = ?"
                + " group by step, channel, state")
        .param(run.id())
        .query(
            (RowCallbackHandler)
                row ->
                    LedgerTally.in(tallies, row.getString(1), row.getString(2))
                        .add(row.getString(3), row.getInt(4)));
    found.each(
        run,
        "select customer, step, channel, state from dispatch",
        row ->
            LedgerTally.in(tallies, row.getString(2), row.getString(3)).add(row.getString(4), 1));
    return tallies.values().stream().map(LedgerTally::dispatches).toList();
  }

  Leads leads(RunScope run) {
    var tally = new LedgerTally("", "");
    sql.sql("select state, count(*) from lead where scope_run_id = ? and run_id = ? group by state")
        .params(run.scopeRunId(), run.id())
        .query((RowCallbackHandler) row -> tally.add(row.getString(1), row.getInt(2)));
    found.each(run, "select customer, state from lead", row -> tally.add(row.getString(2), 1));
    return new Leads(tally.of("OPEN"), tally.of("DONE"), tally.of("EXPIRED"));
  }

  int chosen(UUID runId) {
    return sql.sql("select count(*) from decision where run_id = ?")
        .param(runId)
        .query(Integer.class)
        .single();
  }

  /**
   * Ledger rows of the steps before the first split by response; a lead is a row of channel branch.
   */
  int firstWave(RunScope run, List<RobotStep> steps, List<Dispatches> dispatches) {
    var second =
        steps.stream()
            .filter(step -> step.robot().equals("split-by-response"))
            .map(RobotStep::startedAt)
            .min(Instant::compareTo)
            .orElse(Instant.MAX);
    var names =
        steps.stream()
            .filter(step -> SENDING.contains(step.robot()) && step.startedAt().isBefore(second))
            .map(step -> step.elementId() + "#" + step.pass())
            .collect(Collectors.toSet());
    var own = ownChannels(run.id());
    int sent =
        dispatches.stream()
            .filter(row -> names.contains(row.elementId() + "#" + row.pass()))
            .filter(row -> isOwn(own, row))
            .mapToInt(Dispatches::rows)
            .sum();
    return sent + leadsOf(run, names) + rehearsedLeads(run.id());
  }

  /** The channel of each block by its step; rows of another are second tries of the same people. */
  private Map<String, String> ownChannels(UUID runId) {
    var channels = new HashMap<String, String>();
    sql.sql("select step, channel from dispatch_step where run_id = ?")
        .param(runId)
        .query((RowCallbackHandler) row -> channels.put(row.getString(1), row.getString(2)));
    return channels;
  }

  private static boolean isOwn(Map<String, String> channels, Dispatches row) {
    return channels
        .getOrDefault(row.elementId() + "#" + row.pass(), row.channel())
        .equals(row.channel());
  }

  /** A rehearsal hands no lead to anybody: its set says who would have been one. */
  private int rehearsedLeads(UUID runId) {
    return sql.sql(
            "select coalesce(sum(a.customers), 0) from audience a join run r on r.id = a.run_id"
                + " join robot_step s on s.id = a.step_id where a.run_id = ? and r.kind ="
                + " 'REHEARSAL' and s.robot = 'create-leads' and a.name = 'handed'")
        .param(runId)
        .query(Integer.class)
        .single();
  }

  private int leadsOf(RunScope run, Set<String> steps) {
    int[] leads = {0};
    sql.sql("select step, count(*) from lead where scope_run_id = ? and run_id = ? group by step")
        .params(run.scopeRunId(), run.id())
        .query(
            (RowCallbackHandler)
                row -> leads[0] += steps.contains(row.getString(1)) ? row.getInt(2) : 0);
    found.each(
        run,
        "select customer, step from lead",
        row -> leads[0] += steps.contains(row.getString(2)) ? 1 : 0);
    return leads[0];
  }

  Evaluation evaluation(UUID runId) {
    return sql.sql(
            "select state, treatment_rate, control_rate, uplift, low, high, confidence, srm_p from"
                + " uplift_report where run_id = ?")
        .param(runId)
        .query((row, i) ->
            new Evaluation(
                row.getString(1),
                row.getDouble(2),
                row.getDouble(3),
                row.getDouble(4),
                row.getDouble(5),
                row.getDouble(6),
                row.getDouble(7),
                row.getDouble(8)))
        .optional()
        .orElseGet(Evaluation::none);
  }
}
