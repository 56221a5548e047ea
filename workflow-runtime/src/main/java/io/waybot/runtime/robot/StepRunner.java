package io.waybot.runtime.robot;

import io.camunda.client.api.response.ActivatedJob;
import io.waybot.bots.Robot;
import io.waybot.bots.RobotFailure;
import io.waybot.bots.Said;
import io.waybot.db.run.RobotStep;
import io.waybot.db.run.RobotSteps;
import io.waybot.db.run.RunIdentity;
import io.waybot.db.run.StepDeliveries;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.stereotype.Component;

/** Works one step: what the ledger knows already is answered, the rest is worked and timed. */
@Component
class StepRunner {
  private static final Logger LOG = LoggerFactory.getLogger(StepRunner.class);

  private final RobotSteps steps;
  private final StepDeliveries deliveries;
  private final StepCompleter completer;
  private final StepWork work;
  private final StepFailures failures;
  private final LeaseKeeper leases;
  private final RobotTally tally;
  private final Set<UUID> inHand = ConcurrentHashMap.newKeySet();

  StepRunner(
      RobotSteps steps,
      StepDeliveries deliveries,
      StepCompleter completer,
      StepWork work,
      StepFailures failures,
      LeaseKeeper leases,
      RobotTally tally) {
    this.steps = steps;
    this.deliveries = deliveries;
    this.completer = completer;
    this.work = work;
    this.failures = failures;
    this.leases = leases;
    this.tally = tally;
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
    var active = tally.of(robot.jobType()).active();
    active.incrementAndGet();
    try (var mdcRun = MDC.putCloseable("run", run.id().toString());
        var mdcRobot = MDC.putCloseable("robot", robot.jobType());
        var mdcJourney = MDC.putCloseable("journey", run.journeyKey())) {
      timed(robot, job, run, step);
    } finally {
      active.decrementAndGet();
      inHand.remove(step.id());
    }
  }

  private <I extends Record, O extends Record> void timed(
      Robot<I, O> robot, ActivatedJob job, RunIdentity run, RobotStep step) {
    long began = System.nanoTime();
    var outcome = attempt(robot, job, run, step);
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

  private <I extends Record, O extends Record> String attempt(
      Robot<I, O> robot, ActivatedJob job, RunIdentity run, RobotStep step) {
    RobotFailure failure;
    try (var lease = leases.hold(job.getKey())) {
      try {
        return work.attempt(robot, job, run, step);
      } catch (RuntimeException e) {
        failure =
            lease.overdue() ? new RobotFailure.Permanent(Said.of("took_long"), e) : Failures.of(e);
      }
    }
    return failures.settle(step, job, failure);
  }
}
