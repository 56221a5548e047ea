package io.waybot.db.run;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The step ledger: what decides, instead of the engine, whether a step is done. The engine hands a
 * job out at least once; a step that is DONE here answers its stored output and is never worked
 * again.
 */
@Component
public class RobotSteps {
  private static final String SELECT =
      "select id, run_id, engine_id, element_instance_key, element_id, pass, robot, job_key, state,"
          + " acknowledged, attempts, customers_in, output, error, started_at, finished_at from"
          + " robot_step ";

  private final JdbcClient sql;
  private final Clock clock;

  RobotSteps(JdbcClient sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  /**
   * Finds or makes the row of a job that was handed out, without beginning an attempt. A new
   * element instance takes over the unfinished pass of a terminated one, else it opens the next
   * pass.
   */
  public RobotStep deliver(StepDelivery delivery) {
    for (int collisions = 0; ; collisions++) {
      try {
        return known(delivery).or(() -> takeOver(delivery)).orElseGet(() -> open(delivery));
      } catch (DuplicateKeyException e) {
        if (collisions == 5) {
          throw e;
        }
      }
    }
  }

  /**
   * Counts an attempt, in a commit of its own: an attempt that kills the process is counted too.
   */
  public RobotStep begin(UUID stepId, @Nullable Integer customersIn) {
    sql.sql(
            "update robot_step set attempts = attempts + 1, state = 'RUNNING', customers_in = ?,"
                + " acknowledged = false where id = ? and state in ('RUNNING', 'FAILED')")
        .param(customersIn)
        .param(stepId)
        .update();
    return get(stepId);
  }

  /**
   * The robot has returned without a result; somebody else will {@link #complete} or {@link #fail}
   * the step.
   */
  public void park(UUID stepId) {
    sql.sql(
            "update robot_step set state = 'PARKED', error = null where id = ? and state ="
                + " 'RUNNING'")
        .param(stepId)
        .update();
  }

  /**
   * Makes a step DONE; may be part of the caller's transaction. The host then completes the
   * engine's job by key.
   *
   * @param output the robot's output record as JSON
   * @return false when the step was DONE before: the first output stays
   */
  @Transactional
  public boolean complete(UUID stepId, String output) {
    return sql.sql(
                "update robot_step set state = 'DONE', output = ?, error = null, finished_at = ?,"
                    + " acknowledged = false where id = ? and state <> 'DONE'")
            .params(output, now(), stepId)
            .update()
        == 1;
  }

  /**
   * Makes a step FAILED, for good as far as the robot can tell: the host raises an incident with
   * this message.
   */
  @Transactional
  public void fail(UUID stepId, String error) {
    sql.sql(
            "update robot_step set state = 'FAILED', error = ?, finished_at = ?, acknowledged ="
                + " false where id = ? and state <> 'DONE'")
        .params(shortened(error), now(), stepId)
        .update();
  }

  /**
   * Makes a step DONE by the way out that the journey drew for this code. Its output says so, and a job that is
   * delivered again leaves by the same way.
   */
  @Transactional
  public void refuse(UUID stepId, String outputWithCode, String message) {
    if (complete(stepId, outputWithCode)) {
      sql.sql("update robot_step set error = ? where id = ?").params(shortened(message), stepId).update();
    }
  }

  /** Remembers why an attempt did not succeed; the step stays RUNNING and is tried again. */
  public void note(UUID stepId, String error) {
    sql.sql("update robot_step set error = ? where id = ? and state <> 'DONE'")
        .params(shortened(error), stepId)
        .update();
  }

  /** The engine has taken the outcome, or has no use for it any more. */
  public void acknowledge(UUID stepId) {
    sql.sql("update robot_step set acknowledged = true where id = ?").param(stepId).update();
  }

  /**
   * Lets a FAILED step be worked again, with its attempts counted from zero: an operator asked for
   * it.
   */
  public void forgive(UUID engineId, long elementInstanceKey) {
    sql.sql(
            "update robot_step set state = 'RUNNING', attempts = 0, finished_at = null where"
                + " engine_id = ? and element_instance_key = ? and state = 'FAILED'")
        .params(engineId, elementInstanceKey)
        .update();
  }

  /** The engine has left the element without a result. */
  public void terminate(UUID engineId, long elementInstanceKey) {
    sql.sql(
            "update robot_step set state = 'TERMINATED', acknowledged = true where engine_id = ?"
                + " and element_instance_key = ? and state in ('RUNNING', 'PARKED', 'FAILED')")
        .params(engineId, elementInstanceKey)
        .update();
  }

  /**
   * Outcomes that the engine has not taken yet: of parked steps, and of a process that died between
   * its commit and the engine's answer.
   */
  public List<RobotStep> unacknowledged(UUID engineId, int limit) {
    return sql.sql(
            SELECT
                + "where state in ('DONE', 'FAILED') and acknowledged = false and engine_id = ?"
                + " order by finished_at limit ?")
        .params(engineId, limit)
        .query(RobotSteps::step)
        .list();
  }

  /**
   * One step.
   *
   * @throws IllegalArgumentException if there is none
   */
  public RobotStep get(UUID stepId) {
    return sql.sql(SELECT + "where id = ?")
        .param(stepId)
        .query(RobotSteps::step)
        .optional()
        .orElseThrow(() -> new IllegalArgumentException("no step " + stepId));
  }

  /** A run's steps in the order they began. */
  public List<RobotStep> ofRun(UUID runId) {
    return sql.sql(SELECT + "where run_id = ? order by started_at, element_id, pass")
        .param(runId)
        .query(RobotSteps::step)
        .list();
  }

  private Optional<RobotStep> known(StepDelivery delivery) {
    var step =
        sql.sql(SELECT + "where run_id = ? and element_instance_key = ?")
            .params(delivery.runId(), delivery.elementInstanceKey())
            .query(RobotSteps::step)
            .optional();
    step.filter(s -> s.jobKey() != delivery.jobKey())
        .ifPresent(s ->
            sql.sql("update robot_step set job_key = ? where id = ?")
                .params(delivery.jobKey(), s.id())
                .update());
    return step;
  }

  private Optional<RobotStep> takeOver(StepDelivery delivery) {
    return sql.sql(
            SELECT
                + "where run_id = ? and element_id = ? and state = 'TERMINATED' order by pass limit"
                + " 1")
        .params(delivery.runId(), delivery.elementId())
        .query(RobotSteps::step)
        .optional()
        .filter(left ->
            sql.sql(
                        "update robot_step set state = 'RUNNING', acknowledged = false, engine_id ="
                            + " ?, element_instance_key = ?, job_key = ?, attempts = 0, finished_at"
                            + " = null where id = ? and state = 'TERMINATED'")
                    .params(
                        delivery.engineId(),
                        delivery.elementInstanceKey(),
                        delivery.jobKey(),
                        left.id())
                    .update()
                == 1)
        .map(left -> get(left.id()));
  }

  private RobotStep open(StepDelivery delivery) {
    var id = UUID.randomUUID();
    int pass =
        sql.sql(
                "select coalesce(max(pass), 0) + 1 from robot_step where run_id = ? and element_id"
                    + " = ?")
            .params(delivery.runId(), delivery.elementId())
            .query(Integer.class)
            .single();
    sql.sql(
            "insert into robot_step (id, run_id, engine_id, element_instance_key, element_id, pass,"
                + " robot, job_key, state, attempts, started_at) values"
                + " (?,?,?,?,?,?,?,?,'RUNNING',0,?)")
        .params(
            id,
            delivery.runId(),
            delivery.engineId(),
            delivery.elementInstanceKey(),
            delivery.elementId(),
            pass,
            delivery.robot(),
            delivery.jobKey(),
            now())
        .update();
    return get(id);
  }

  private Timestamp now() {
    return Timestamp.from(clock.instant());
  }

  private static String shortened(String error) {
    return error.length() <= 2000 ? error : error.substring(0, 1999) + "…";
  }

  private static RobotStep step(ResultSet row, int i) throws SQLException {
    return new RobotStep(
        row.getObject("id", UUID.class),
        row.getObject("run_id", UUID.class),
        row.getObject("engine_id", UUID.class),
        row.getLong("element_instance_key"),
        row.getString("element_id"),
        row.getInt("pass"),
        row.getString("robot"),
        row.getLong("job_key"),
        RobotStep.State.valueOf(row.getString("state")),
        row.getBoolean("acknowledged"),
        row.getInt("attempts"),
        row.getObject("customers_in", Integer.class),
        row.getString("output"),
        row.getString("error"),
        row.getTimestamp("started_at").toInstant(),
        instant(row.getTimestamp("finished_at")));
  }

  private static @Nullable Instant instant(@Nullable Timestamp at) {
    return at == null ? null : at.toInstant();
  }
}
