package io.waybot.runtime.robot;

import io.camunda.client.api.response.ActivatedJob;
import io.waybot.bots.Outcome;
import io.waybot.bots.Robot;
import io.waybot.bots.RobotContext;
import io.waybot.bots.RobotFailure;
import io.waybot.bots.Said;
import io.waybot.db.run.RobotStep;
import io.waybot.db.run.RobotSteps;
import io.waybot.db.run.RunIdentity;
import io.waybot.runtime.run.RunStates;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** One attempt: counts it, reads the input, lets the robot work and records what came of it. */
@Component
class StepWork {
  private final RobotSteps steps;
  private final StepCompleter completer;
  private final LeaseKeeper leases;
  private final RobotSettings settings;
  private final RunStates runs;
  private final JsonMapper json;

  StepWork(
      RobotSteps steps,
      StepCompleter completer,
      LeaseKeeper leases,
      RobotSettings settings,
      RunStates runs,
      JsonMapper json) {
    this.steps = steps;
    this.completer = completer;
    this.leases = leases;
    this.settings = settings;
    this.runs = runs;
    this.json = json;
  }

  /**
   * Answers "done" or "parked".
   *
   * @throws RuntimeException whatever the robot threw, and {@link RobotFailure.Permanent} for a
   *     step that was begun too often: an attempt that kills its process throws nothing, so it is
   *     the count that ends it
   */
  <I extends Record, O extends Record> String attempt(
      Robot<I, O> robot, ActivatedJob job, RunIdentity run, RobotStep step) {
    if (step.attempts() >= settings.attempts()) {
      throw new RobotFailure.Permanent(
          step.error() == null
              ? Said.of("given_up", step.attempts())
              : Said.of("given_up_after", step.attempts(), Said.kept(step.error())),
          null);
    }
    steps.begin(step.id());
    var input = StepInput.read(job.getVariables(), robot.inputType(), json);
    steps.received(step.id(), input.customers());
    return switch (robot.work(input.value(), contextOf(run, step))) {
      case Outcome.Done<O> done -> done(step, done.output());
      case Outcome.Parked<O> parked -> parked(robot, job, step);
    };
  }

  private String done(RobotStep step, Record output) {
    steps.complete(step.id(), json.writeValueAsString(output));
    completer.tell(steps.get(step.id()));
    return "done";
  }

  private String parked(Robot<?, ?> robot, ActivatedJob job, RobotStep step) {
    runs.dataAwaited(step.runId(), robot.jobType());
    steps.park(step.id());
    leases.extendParked(job.getKey());
    return "parked";
  }

  private static RobotContext contextOf(RunIdentity run, RobotStep step) {
    return new RobotContext(
        run.id(),
        run.scopeRunId(),
        run.kind().name(),
        run.journeyId(),
        run.journeyVersionId(),
        run.journeyKey(),
        run.ownerOrg(),
        run.businessDate(),
        step.id(),
        step.elementId(),
        step.pass());
  }
}
