package io.waybot.runtime.robot;

import io.camunda.client.api.response.ActivatedJob;
import io.waybot.bots.Outcome;
import io.waybot.bots.Robot;
import io.waybot.bots.RobotContext;
import io.waybot.bots.RobotFailure;
import io.waybot.db.run.RobotStep;
import io.waybot.db.run.RobotSteps;
import io.waybot.db.run.RunIdentity;
import io.waybot.db.run.StepDeliveries;
import io.waybot.runtime.engine.Engine;
import io.waybot.runtime.run.RunStates;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Works one step: what the ledger knows already is answered, the rest is worked, timed and
 * recorded.
 */
@Component
class StepRunner {
  private static final Logger LOG = LoggerFactory.getLogger(StepRunner.class);

  private final RobotSteps steps;
  private final StepDeliveries deliveries;
  private final StepCompleter completer;
  private final LeaseKeeper leases;
  private final RobotTally tally;
  private final RobotSettings settings;
  private final RunStates runs;
  private final Engine engine;
  private final JsonMapper json;
  private final Set<UUID> inHand = ConcurrentHashMap.newKeySet();

  StepRunner(
      RobotSteps steps,
      StepDeliveries deliveries,
      StepCompleter completer,
      LeaseKeeper leases,
      RobotTally tally,
      RobotSettings settings,
      RunStates runs,
      Engine engine,
      JsonMapper json) {
    this.steps = steps;
    this.deliveries = deliveries;
    this.completer = completer;
    this.leases = leases;
    this.tally = tally;
    this.settings = settings;
    this.runs = runs;
    this.engine = engine;
    this.json = json;
  }

  <I extends Record, O extends Record> void run(
      Robot<I, O> robot, ActivatedJob job, RunIdentity run, RobotStep step) {
    switch (step.state()) {
      case DONE -> completer.tell(step);
      case PARKED -> leases.extendParked(job.getKey());
      case FAILED -> {
        if (step.acknowledged()) {
          deliveries.forgive(
              step.engineId(), step.elementInstanceKey()); // the incident was resolved past us
          workOnce(robot, job, run, steps.get(step.id()));
        } else {
          completer.tell(step);
        }
      }
      case RUNNING, TERMINATED -> workOnce(robot, job, run, step);
    }
  }

  /**
   * A lease that ran out may bring the same step to this node a second time while the first still
   * works.
   */
  private <I extends Record, O extends Record> void workOnce(
      Robot<I, O> robot, ActivatedJob job, RunIdentity run, RobotStep step) {
    if (!inHand.add(step.id())) {
      return;
    }
    try (var mdcRun = MDC.putCloseable("run", run.id().toString());
        var mdcRobot = MDC.putCloseable("robot", robot.jobType());
        var mdcJourney = MDC.putCloseable("journey", run.journeyKey())) {
      tally.of(robot.jobType()).active().incrementAndGet();
      attempt(robot, job, run, step);
    } finally {
      tally.of(robot.jobType()).active().decrementAndGet();
      inHand.remove(step.id());
    }
  }

  private <I extends Record, O extends Record> void attempt(
      Robot<I, O> robot, ActivatedJob job, RunIdentity run, RobotStep step) {
    long began = System.nanoTime();
    String outcome;
    try (var lease = leases.hold(job.getKey())) {
      try {
        outcome = work(robot, job, run, step);
      } catch (RuntimeException e) {
        outcome = failed(step, job, lease.overdue() ? tooLong(e) : Failures.of(e));
      }
    }
    var took = Duration.ofNanos(System.nanoTime() - began);
    tally.worked(robot.jobType(), outcome, took);
    LOG.info(
        "run={} stage={} element={}#{} outcome={} took={}ms",
        run.id(),
        robot.jobType(),
        step.elementId(),
        step.pass(),
        outcome,
        took.toMillis());
  }

  private <I extends Record, O extends Record> String work(
      Robot<I, O> robot, ActivatedJob job, RunIdentity run, RobotStep step) {
    if (step.attempts() >= settings.attempts()) {
      throw new RobotFailure.Permanent(
          "Given up after "
              + step.attempts()
              + " attempts"
              + (step.error() == null ? "" : ": " + step.error()),
          null);
    }
    steps.begin(step.id());
    var input = StepInput.read(job.getVariables(), robot.inputType(), json);
    steps.received(step.id(), input.customers());
    switch (robot.work(input.value(), contextOf(run, step))) {
      case Outcome.Done<O> done -> {
        steps.complete(step.id(), json.writeValueAsString(done.output()));
        completer.tell(steps.get(step.id()));
        return "done";
      }
      case Outcome.Parked<O> parked -> {
        runs.dataAwaited(run.id(), robot.jobType());
        steps.park(step.id());
        leases.extendParked(job.getKey());
        return "parked";
      }
    }
  }

  private String failed(RobotStep step, ActivatedJob job, RobotFailure failure) {
    switch (failure) {
      case RobotFailure.Refused refused -> {
        LOG.info("refused code={} {}", refused.code(), refused.getMessage());
        steps.refuse(
            step.id(), StepResult.ofRefusal(refused, json), String.valueOf(refused.getMessage()));
        completer.tell(steps.get(step.id()));
        return "refused";
      }
      case RobotFailure.Transient away -> {
        if (steps.get(step.id()).attempts() < settings.attempts()) {
          LOG.warn("tried again in {}", away.pause(), away);
          steps.note(step.id(), String.valueOf(away.getMessage()));
          engine.fail(job.getKey(), 1, String.valueOf(away.getMessage()), away.pause());
          return "transient";
        }
        return given(step, away);
      }
      case RobotFailure.Permanent permanent -> {
        return given(step, permanent);
      }
    }
  }

  private String given(RobotStep step, RobotFailure failure) {
    LOG.error("incident at {}", step.elementId(), failure);
    steps.fail(step.id(), String.valueOf(failure.getMessage()));
    completer.tell(steps.get(step.id()));
    return "permanent";
  }

  private RobotFailure tooLong(RuntimeException cause) {
    return new RobotFailure.Permanent(
        "Took longer than " + settings.longestWork().toMinutes() + " minutes", cause);
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
