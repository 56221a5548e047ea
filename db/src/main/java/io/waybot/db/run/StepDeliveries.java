package io.waybot.db.run;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Which step a job belongs to: what the engine says about element instances meets the step ledger
 * here.
 */
@Component
public class StepDeliveries {
  private final JdbcClient sql;
  private final Clock clock;

  public StepDeliveries(JdbcClient sql, Clock clock) {
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
   * Lets a FAILED step be worked again, with its attempts counted from zero: an operator asked for
   * it.
   */
  public void forgive(UUID engineId, long elementInstanceKey) {
    sql.sql(
            "update robot_step set state = 'RUNNING', attempts = 0, output = null, finished_at ="
                + " null where engine_id = ? and element_instance_key = ? and (state = 'FAILED' or"
                + " (state = 'DONE' and error is not null))")
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

  private Optional<RobotStep> known(StepDelivery delivery) {
    var step =
        sql.sql(StepRows.SELECT + "where run_id = ? and element_instance_key = ?")
            .params(delivery.runId(), delivery.elementInstanceKey())
            .query(StepRows::step)
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
            StepRows.SELECT
                + "where run_id = ? and element_id = ? and state = 'TERMINATED' order by pass limit"
                + " 1")
        .params(delivery.runId(), delivery.elementId())
        .query(StepRows::step)
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
            Timestamp.from(clock.instant()))
        .update();
    return get(id);
  }

  private RobotStep get(UUID id) {
    return sql.sql(StepRows.SELECT + "where id = ?").param(id).query(StepRows::step).single();
  }
}
