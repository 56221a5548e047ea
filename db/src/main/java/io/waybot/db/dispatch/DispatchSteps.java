package io.waybot.db.dispatch;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The dispatch blocks that wait for their sends. */
@Component
public class DispatchSteps {
  private static final String COLUMNS =
      "step_id, run_id, scope_run_id, element_id, step, channel, audience_id, rehearsal, send_by,"
          + " filled, hours, per_minute, other_channel, other_filled";

  private final JdbcClient sql;
  private final JdbcTemplate jdbc;

  public DispatchSteps(JdbcClient sql, JdbcTemplate jdbc) {
    this.sql = sql;
    this.jdbc = jdbc;
  }

  /** Remembers a block; one that is known keeps its first deadline, which is answered. */
  public DispatchStep open(DispatchStep s) {
    jdbc.update(
        "insert into dispatch_step ("
            + COLUMNS
            + ") values (?,?,?,?,?,?,?,?,?,?,?,?,?,?) on conflict do nothing",
        s.stepId(),
        s.runId(),
        s.scopeRunId(),
        s.elementId(),
        s.step(),
        s.channel(),
        s.audienceId(),
        s.rehearsal(),
        Timestamp.from(s.sendBy()),
        s.filled(),
        s.wishes().hours(),
        s.wishes().perMinute(),
        s.wishes().otherChannel(),
        s.otherFilled());
    return sql.sql("select " + COLUMNS + " from dispatch_step where step_id = ?")
        .param(s.stepId())
        .query(DispatchSteps::step)
        .single();
  }

  /** All rows are there: the block ends when the last of them is terminal. */
  public void filled(UUID stepId) {
    sql.sql("update dispatch_step set filled = true where step_id = ?").param(stepId).update();
  }

  /** Whoever the other channel is to reach has a row: the block ends with the last of all rows. */
  public void otherFilled(UUID stepId) {
    sql.sql("update dispatch_step set other_filled = true where step_id = ?")
        .param(stepId)
        .update();
  }

  /** Of these rows, those whose block is stricter than the channel. */
  public Map<UUID, Paced> paced(Collection<UUID> ids) {
    var paced = new HashMap<UUID, Paced>();
    jdbc.query(
        "select d.id, s.step_id, s.hours, s.per_minute from dispatch_step s join dispatch d on"
            + " d.run_id = s.run_id and d.step = s.step where s.finished_at is null and (s.hours is"
            + " not null or s.per_minute is not null) and d.id = any(?)",
        row -> {
          paced.put(
              row.getObject(1, UUID.class),
              new Paced(
                  row.getObject(2, UUID.class), row.getString(3), row.getObject(4, Integer.class)));
        },
        SqlArrays.uuids(ids));
    return paced;
  }

  /** The block of a row and what it wishes. */
  public record Paced(UUID stepId, @Nullable String hours, @Nullable Integer perMinute) {}

  /** Blocks under way whose run is not cancelled. */
  public List<DispatchStep> open() {
    return sql.sql(
            "select "
                + COLUMNS
                + " from dispatch_step s where finished_at is null and not exists (select 1 from"
                + " run r where r.id = s.run_id and r.state = 'CANCELLED') order by send_by")
        .query(DispatchSteps::step)
        .list();
  }

  /** Blocks under way whose run was cancelled. */
  public List<DispatchStep> cancelled() {
    return sql.sql(
            "select "
                + COLUMNS
                + " from dispatch_step s where finished_at is null and exists (select 1 from run r"
                + " where r.id = s.run_id and r.state = 'CANCELLED')")
        .query(DispatchSteps::step)
        .list();
  }

  /** Ends a block; false when somebody else did. */
  public boolean finish(UUID stepId, Instant at) {
    return sql.sql(
                "update dispatch_step set finished_at = ? where step_id = ? and finished_at is"
                    + " null")
            .params(Timestamp.from(at), stepId)
            .update()
        == 1;
  }

  private static DispatchStep step(ResultSet row, int i) throws SQLException {
    return new DispatchStep(
        row.getObject("step_id", UUID.class),
        row.getObject("run_id", UUID.class),
        row.getObject("scope_run_id", UUID.class),
        row.getString("element_id"),
        row.getString("step"),
        row.getString("channel"),
        row.getObject("audience_id", UUID.class),
        row.getBoolean("rehearsal"),
        row.getTimestamp("send_by").toInstant(),
        row.getBoolean("filled"),
        new DispatchWishes(
            row.getString("hours"),
            row.getObject("per_minute", Integer.class),
            row.getString("other_channel")),
        row.getBoolean("other_filled"));
  }
}
