package io.waybot.db.run;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * One engine instance per run: the first to claim it has it. Whoever creates an instance may be
 * killed before it learns the key, and a sweep then creates a second one; the loser is recognised
 * here.
 */
@Component
public class RunClaims {
  private final JdbcClient sql;
  private final Clock clock;

  public RunClaims(JdbcClient sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  /**
   * The run after this instance has claimed it, or as somebody else holds it; empty when there is
   * no such run.
   */
  public Optional<RunIdentity> claim(UUID runId, UUID engineId, long instanceKey) {
    var before = identity(runId);
    if (before.isEmpty() || before.get().instanceKey() != null || before.get().state().isFinal()) {
      return before;
    }
    sql.sql(
            "update run set engine_id = ?, instance_key = ?, version = version + 1,"
                + " state_changed_at = ?, state = case when state = 'STARTING' then 'RUNNING' else"
                + " state end where id = ? and instance_key is null and state in ('STARTING',"
                + " 'RUNNING', 'WAITING_DATA', 'INCIDENT')")
        .params(engineId, instanceKey, Timestamp.from(clock.instant()), runId)
        .update();
    return identity(runId);
  }

  private Optional<RunIdentity> identity(UUID runId) {
    return sql.sql(
            "select r.id, r.scope_run_id, r.kind, r.state, r.journey_id, r.journey_version_id,"
                + " j.journey_key, j.owner_org, r.business_date, r.engine_id, r.instance_key from"
                + " run r join journey j on j.id = r.journey_id where r.id = ?")
        .param(runId)
        .query(RunClaims::run)
        .optional();
  }

  private static RunIdentity run(ResultSet row, int i) throws SQLException {
    return new RunIdentity(
        row.getObject(1, UUID.class),
        row.getObject(2, UUID.class),
        RunKind.valueOf(row.getString(3)),
        RunState.valueOf(row.getString(4)),
        row.getObject(5, UUID.class),
        row.getObject(6, UUID.class),
        row.getString(7),
        row.getString(8),
        row.getObject(9, LocalDate.class),
        row.getObject(10, UUID.class),
        row.getObject(11, Long.class));
  }
}
