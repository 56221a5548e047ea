package io.waybot.bots;

/**
 * A software robot: one class per job type. It reads what the robot before it wrote, decides,
 * writes its own rows and returns ids and counts. {@link #work} may be called again for the same
 * step: doing it twice must equal doing it once.
 *
 * @param <I> input: a record; components are the process variables of the same name (what the
 *     planner filled in, and {@link io.waybot.db.audience.AudienceRef}s for lists)
 * @param <O> output: a record; {@code AudienceRef} components are the sets later robots can name,
 *     {@code int} components are counts
 */
public interface Robot<I extends Record, O extends Record> {

  /** The job type as on the BPMN task: verb-object, {@code pull-audience}. */
  String jobType();

  /** The record that a job's variables are read into. */
  Class<I> inputType();

  /** The record that {@link #work} answers; its list components are what later robots can name. */
  Class<O> outputType();

  /**
   * Does the step, or parks it until somebody completes it through the step ledger.
   *
   * @throws RobotFailure what went wrong and whether trying again can help
   */
  Outcome<O> work(I input, RobotContext context);
}
