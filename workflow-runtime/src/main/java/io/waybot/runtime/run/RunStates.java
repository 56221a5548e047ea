package io.waybot.runtime.run;

import io.waybot.bots.Said;
import io.waybot.db.run.Run;
import io.waybot.db.run.RunRepository;
import io.waybot.db.run.RunState;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The one place where a run changes its state, one change at a time. */
@Component
public class RunStates {
  /** The robot whose waiting is the run's waiting. */
  private static final String WAITS_FOR_DATA = "wait-for-data";

  private static final Logger LOG = LoggerFactory.getLogger(RunStates.class);

  private final RunRepository runs;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  RunStates(RunRepository runs, ApplicationEventPublisher events, Clock clock) {
    this.runs = runs;
    this.events = events;
    this.clock = clock;
  }

  /** A step is parked; only the data gate makes the whole run wait. */
  @Transactional
  public void dataAwaited(UUID runId, String robot) {
    if (robot.equals(WAITS_FOR_DATA)) {
      change(runId, Run::waitForData);
    }
  }

  @Transactional
  public void dataArrived(UUID runId, String robot) {
    if (robot.equals(WAITS_FOR_DATA)) {
      change(runId, Run::goOn);
    }
  }

  /** The engine's instance has ended, by itself or because somebody cancelled it. */
  @Transactional
  public void instanceEnded(UUID engineId, long instanceKey, boolean completed) {
    ofInstance(
        engineId,
        instanceKey,
        (run, at) -> {
          if (completed) {
            run.finish(at);
          } else {
            run.cancel(Said.of("instance_cancelled").text(), at);
          }
        });
  }

  @Transactional
  public void incidentRaised(UUID engineId, long instanceKey, String message) {
    ofInstance(engineId, instanceKey, (run, at) -> run.stumble(message, at));
  }

  /** The last open incident of the instance is solved. */
  @Transactional
  public void incidentsSolved(UUID engineId, long instanceKey) {
    ofInstance(
        engineId,
        instanceKey,
        (run, at) -> {
          if (run.state() == RunState.INCIDENT) {
            run.goOn(at);
          }
        });
  }

  @Transactional
  public void cancel(UUID runId, String why) {
    change(runId, (run, at) -> run.cancel(why, at));
  }

  /** The run's data did not come until the cut-off. */
  @Transactional
  public void skip(UUID runId, String why) {
    change(runId, (run, at) -> run.skip(why, at));
  }

  @Transactional
  public void fail(UUID runId, String why) {
    change(runId, (run, at) -> run.fail(why, at));
  }

  private void ofInstance(UUID engineId, long instanceKey, BiConsumer<Run, Instant> change) {
    runs.findByEngineIdAndInstanceKey(engineId, instanceKey)
        .ifPresent(run -> change(run.id(), change));
  }

  private void change(UUID runId, BiConsumer<Run, Instant> change) {
    var run = runs.lock(runId).orElseThrow(() -> new IllegalArgumentException("no run " + runId));
    boolean ended = run.state().isFinal();
    change.accept(run, clock.instant());
    if (!ended && run.state().isFinal()) {
      LOG.info(
          "run={} ended state={} {}",
          runId,
          run.state(),
          run.stateReason() == null ? "" : run.stateReason());
      events.publishEvent(new RunEnded(runId, run.state()));
    }
  }
}
