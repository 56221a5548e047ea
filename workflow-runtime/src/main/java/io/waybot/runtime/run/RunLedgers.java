package io.waybot.runtime.run;

import io.waybot.db.run.RobotStep;
import io.waybot.runtime.run.RunView.Dispatches;
import io.waybot.runtime.run.RunView.Evaluation;
import io.waybot.runtime.run.RunView.Leads;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a run wrote into the ledgers: dispatches, leads, decisions, evaluation. */
@Component
class RunLedgers {
  private static final Set<String> SENDING = Set.of("dispatch", "create-leads");

  private final JdbcClient sql;

  RunLedgers(JdbcClient sql) {
    this.sql = sql;
  }

  /** A rerun finds the rows of its date's DAILY run: nobody is sent twice. */
  List<Dispatches> dispatches(UUID scopeRunId) {
    return sql.sql(
            "select step, channel, count(*) filter (where state = 'PENDING'), count(*) filter"
                + " (where state = 'CLAIMED'), count(*) filter (where state = 'SENDING'), count(*)"
                + " filter (where state = 'SENT'), count(*) filter (where state = 'REJECTED'),"
                + " count(*) filter (where state = 'UNKNOWN'), count(*) filter (where state ="
                + " 'WITHHELD') from dispatch where scope_run_id = ? group by step, channel order"
                + " by step, channel")
        .param(scopeRunId)
        .query((row, i) -> {
          var step = row.getString(1).split("#", 2);
          return new Dispatches(
              step[0],
              Integer.parseInt(step[1]),
              row.getString(2),
              row.getInt(3),
              row.getInt(4),
              row.getInt(5),
              row.getInt(6),
              row.getInt(7),
              row.getInt(8),
              row.getInt(9));
        })
        .list();
  }

  Leads leads(UUID scopeRunId) {
    return sql.sql(
            "select count(*) filter (where state = 'OPEN'), count(*) filter (where state = 'DONE'),"
                + " count(*) filter (where state = 'EXPIRED') from lead where scope_run_id = ?")
        .param(scopeRunId)
        .query((row, i) -> new Leads(row.getInt(1), row.getInt(2), row.getInt(3)))
        .single();
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
  int firstWave(UUID scopeRunId, List<RobotStep> steps, List<Dispatches> dispatches) {
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
    int sent =
        dispatches.stream()
            .filter(row -> names.contains(row.elementId() + "#" + row.pass()))
            .mapToInt(Dispatches::rows)
            .sum();
    return sent + leadsOf(scopeRunId, names) + rehearsedLeads(scopeRunId);
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

  private int leadsOf(UUID scopeRunId, Set<String> steps) {
    return sql
        .sql("select step, count(*) from lead where scope_run_id = ? group by step")
        .param(scopeRunId)
        .query((row, i) -> steps.contains(row.getString(1)) ? row.getInt(2) : 0)
        .list()
        .stream()
        .mapToInt(Integer::intValue)
        .sum();
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
