package io.waybot.runtime.robot;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.response.ActivatedJob;
import io.camunda.client.api.worker.JobWorker;
import io.waybot.bots.Robot;
import io.waybot.bots.Said;
import io.waybot.db.robot.RobotTable;
import io.waybot.db.run.RunClaims;
import io.waybot.db.run.StepDeliveries;
import io.waybot.db.run.StepDelivery;
import io.waybot.runtime.engine.Engine;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * One worker per robot: takes jobs from the engine for runs that are ours and gives them to the
 * {@link StepRunner}.
 */
@Component
class RobotHost implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(RobotHost.class);

  private final CamundaClient client;
  private final Engine engine;
  private final Robots robots;
  private final RobotTable table;
  private final RunClaims claims;
  private final StepDeliveries deliveries;
  private final StepRunner runner;
  private final RobotTally tally;
  private final RobotSettings settings;
  private final Map<String, JobWorker> workers = new HashMap<>();
  private boolean running;

  RobotHost(
      CamundaClient client,
      Engine engine,
      Robots robots,
      RobotTable table,
      RunClaims claims,
      StepDeliveries deliveries,
      StepRunner runner,
      RobotTally tally,
      RobotSettings settings) {
    this.client = client;
    this.engine = engine;
    this.robots = robots;
    this.table = table;
    this.claims = claims;
    this.deliveries = deliveries;
    this.runner = runner;
    this.tally = tally;
    this.settings = settings;
  }

  @Override
  public synchronized void start() {
    running = settings.enabled();
    openAndClose();
  }

  /** Follows the pause switches, which may be thrown on another node. */
  @Scheduled(fixedDelay = 2000)
  synchronized void openAndClose() {
    if (!running || !engine.status().isUp()) {
      return; // the engine's id scopes the ledger: no work before it is known
    }
    var paused = table.paused();
    for (var robot : robots.all()) {
      if (paused.contains(robot.jobType())) {
        close(robot.jobType());
      } else {
        workers.computeIfAbsent(robot.jobType(), type -> open(robot));
      }
    }
  }

  /** Takes no more jobs, lets those in hand end, and leaves the rest to their leases. */
  @Override
  public synchronized void stop() {
    running = false;
    workers.values().forEach(JobWorker::close);
    workers.clear();
    long deadline = System.nanoTime() + settings.goodbye().toNanos();
    while (tally.active() > 0 && System.nanoTime() < deadline) {
      try {
        Thread.sleep(Duration.ofMillis(50));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  @Override
  public synchronized boolean isRunning() {
    return running;
  }

  /** Job types that take steps on this node right now. */
  synchronized int open() {
    return workers.size();
  }

  private <I extends Record, O extends Record> JobWorker open(Robot<I, O> robot) {
    LOG.info("robot={} takes steps", robot.jobType());
    return client
        .newWorker()
        .jobType(robot.jobType())
        .handler((zeebe, job) -> handle(robot, job))
        .timeout(settings.lease())
        .maxJobsActive(settings.parallel())
        .pollInterval(Duration.ofMillis(100))
        .requestTimeout(Duration.ofSeconds(10))
        .fetchVariables(StepInput.variables(robot.inputType()))
        .open();
  }

  private void close(String type) {
    var worker = workers.remove(type);
    if (worker != null) {
      worker.close();
      LOG.info("robot={} is paused", type);
    }
  }

  private <I extends Record, O extends Record> void handle(Robot<I, O> robot, ActivatedJob job) {
    try {
      var engineId = engine.id();
      var runId = runId(job);
      var run = claims.claim(runId, engineId, job.getProcessInstanceKey());
      if (run.isEmpty()) {
        engine.fail(job.getKey(), 0, Said.of("no_run", runId).text(), Duration.ZERO);
      } else if (run.get().state().isFinal()
          || !run.get().heldBy(engineId, job.getProcessInstanceKey())) {
        LOG.warn(
            "instance {} is not the one of run {} and is cancelled",
            job.getProcessInstanceKey(),
            runId);
        engine.cancel(job.getProcessInstanceKey());
      } else {
        var delivery =
            new StepDelivery(
                runId,
                engineId,
                job.getElementInstanceKey(),
                job.getElementId(),
                robot.jobType(),
                job.getKey());
        runner.run(robot, job, run.get(), deliveries.deliver(delivery));
      }
    } catch (IllegalArgumentException e) {
      engine.fail(job.getKey(), 0, String.valueOf(e.getMessage()), Duration.ZERO);
    } catch (RuntimeException e) {
      LOG.warn("job {} of {} is left to its lease", job.getKey(), robot.jobType(), e);
    }
  }

  private static UUID runId(ActivatedJob job) {
    var id = job.getVariablesAsMap().get(StepInput.RUN_ID);
    if (!(id instanceof String text)) {
      throw new IllegalArgumentException(Said.of("not_a_run").text());
    }
    return UUID.fromString(text);
  }
}
