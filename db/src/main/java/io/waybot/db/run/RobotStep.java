package io.waybot.db.run;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One row of the step ledger.
 *
 * @param elementInstanceKey the engine's; a retry keeps it, a loop or an operator's move makes a
 *     new one
 * @param pass 1 for the first time the element is entered in this run, then 2, 3 …
 * @param robot job type
 * @param acknowledged the engine has taken the outcome
 * @param attempts how often a robot began this step
 * @param customersIn customers in the lists the robot was given; null when it was given none
 * @param output JSON of the robot's output record; null until DONE
 * @param error what went wrong last; null when nothing did
 */
public record RobotStep(
    UUID id,
    UUID runId,
    UUID engineId,
    long elementInstanceKey,
    String elementId,
    int pass,
    String robot,
    long jobKey,
    State state,
    boolean acknowledged,
    int attempts,
    @Nullable Integer customersIn,
    @Nullable String output,
    @Nullable String error,
    Instant startedAt,
    @Nullable Instant finishedAt) {

  /**
   * TERMINATED: its element was left without a result; a later element instance takes the pass
   * over.
   */
  public enum State {
    RUNNING,
    PARKED,
    DONE,
    FAILED,
    TERMINATED
  }
}
