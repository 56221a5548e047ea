package io.waybot.db.robot;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Heartbeats and pauses of robots, over all nodes. */
@Component
public class RobotTable {
  private final JdbcClient sql;

  RobotTable(JdbcClient sql) {
    this.sql = sql;
  }

  /**
   * Replaces what these robots on these nodes said before, in one transaction: H2 writes its file
   * once per commit.
   */
  @Transactional
  public void beat(Collection<Heartbeat> beats) {
    beats.forEach(this::replace);
  }

  private void replace(Heartbeat beat) {
    int known =
        sql.sql(
                "update robot_heartbeat set started_at = ?, seen_at = ?, done = ?, failed = ?,"
                    + " busy_ms = ?, active = ? where node = ? and robot = ?")
            .params(
                Timestamp.from(beat.startedAt()),
                Timestamp.from(beat.seenAt()),
                beat.done(),
                beat.failed(),
                beat.busyMillis(),
                beat.active(),
                beat.node(),
                beat.robot())
            .update();
    if (known == 0) {
      sql.sql(
              "insert into robot_heartbeat (node, robot, started_at, seen_at, done, failed,"
                  + " busy_ms, active) values (?,?,?,?,?,?,?,?)")
          .params(
              beat.node(),
              beat.robot(),
              Timestamp.from(beat.startedAt()),
              Timestamp.from(beat.seenAt()),
              beat.done(),
              beat.failed(),
              beat.busyMillis(),
              beat.active())
          .update();
    }
  }

  /** This node leaves. */
  public void leave(String node) {
    sql.sql("delete from robot_heartbeat where node = ?").param(node).update();
  }

  /** Of all nodes that have not left, also of those that were killed. */
  public List<Heartbeat> heartbeats() {
    return sql.sql(
            "select node, robot, started_at, seen_at, done, failed, busy_ms, active from"
                + " robot_heartbeat order by robot, node")
        .query((row, i) ->
            new Heartbeat(
                row.getString(1),
                row.getString(2),
                row.getTimestamp(3).toInstant(),
                row.getTimestamp(4).toInstant(),
                row.getLong(5),
                row.getLong(6),
                row.getLong(7),
                row.getInt(8)))
        .list();
  }

  /** Job types that take no new steps, on any node. */
  public Set<String> paused() {
    return sql.sql("select robot from robot_pause").query(String.class).set();
  }

  public void pause(String robot, String by, Instant at) {
    sql.sql(
            "insert into robot_pause (robot, paused_by, paused_at) values (?,?,?) on conflict do"
                + " nothing")
        .params(robot, by, Timestamp.from(at))
        .update();
  }

  public void resume(String robot) {
    sql.sql("delete from robot_pause where robot = ?").param(robot).update();
  }
}
