package io.waybot.db.run;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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
  private final JdbcClient sql;
  private final Clock clock;

  public RobotSteps(JdbcClient sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  /**
   * Counts an attempt, in a commit of its own: an attempt that kills the process is counted too.
   */
  public void begin(UUID stepId) {
    sql.sql("update robot_step set attempts = attempts + 1 where id = ? and state = 'RUNNING'")
        .param(stepId)
        .update();
  }

  /** How many customers were in the lists the robot was given; null when it was given none. */
  public void received(UUID stepId, @Nullable Integer customersIn) {
    sql.sql("update robot_step set customers_in = ? where id = ?")
        .param(customersIn)
        .param(stepId)
        .update();
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
   * Makes a step DONE by the way out that the journey drew for this code. Its output says so, and a
   * job that is delivered again leaves by the same way.
   */
  @Transactional
  public void refuse(UUID stepId, String outputWithCode, String message) {
    if (complete(stepId, outputWithCode)) {
      sql.sql("update robot_step set error = ? where id = ?")
          .params(shortened(message), stepId)
          .update();
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
   * Outcomes that the engine has not taken yet: of parked steps, and of a process that died between
   * its commit and the engine's answer.
   */
  public List<RobotStep> unacknowledged(UUID engineId, int limit) {
    return sql.sql(
            StepRows.SELECT
                + "where state in ('DONE', 'FAILED') and acknowledged = false and engine_id = ?"
                + " order by finished_at limit ?")
        .params(engineId, limit)
        .query(StepRows::step)
        .list();
  }

  /**
   * One step.
   *
   * @throws IllegalArgumentException if there is none
   */
  public RobotStep get(UUID stepId) {
    return sql.sql(StepRows.SELECT + "where id = ?")
        .param(stepId)
        .query(StepRows::step)
        .optional()
        .orElseThrow(() -> new IllegalArgumentException("no step " + stepId));
  }

  /** A run's steps in the order they began. */
  public List<RobotStep> ofRun(UUID runId) {
    return sql.sql(StepRows.SELECT + "where run_id = ? order by started_at, element_id, pass")
        .param(runId)
        .query(StepRows::step)
        .list();
  }

  private Timestamp now() {
    return Timestamp.from(clock.instant());
  }

  private static String shortened(String error) {
    return error.length() <= 2000 ? error : error.substring(0, 1999) + "…";
  }
}
