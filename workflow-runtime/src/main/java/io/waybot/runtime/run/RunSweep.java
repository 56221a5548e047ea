package io.waybot.runtime.run;

import io.waybot.bots.Said;
import io.waybot.db.run.RunRepository;
import io.waybot.db.run.RunState;
import io.waybot.runtime.engine.Engine;
import io.waybot.runtime.engine.EngineReady;
import io.waybot.runtime.engine.EngineSettings.Mode;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Comes back to runs that a crash left between two systems. */
@Component
class RunSweep {
  private static final Logger LOG = LoggerFactory.getLogger(RunSweep.class);
  private static final Duration STUCK = Duration.ofSeconds(30);

  private final RunRepository runs;
  private final RunStarter starter;
  private final RunStates states;
  private final Engine engine;
  private final JdbcClient sql;
  private final Clock clock;

  RunSweep(
      RunRepository runs,
      RunStarter starter,
      RunStates states,
      Engine engine,
      JdbcClient sql,
      Clock clock) {
    this.runs = runs;
    this.starter = starter;
    this.states = states;
    this.engine = engine;
    this.sql = sql;
    this.clock = clock;
  }

  @Scheduled(fixedDelay = 5000)
  void sweep() {
    if (engine.status().isUp()) {
      runs.findByStateAndStateChangedAtBefore(RunState.STARTING, clock.instant().minus(STUCK))
          .forEach(starter::createInstance);
      finishEnded();
      cancelUnwanted();
    }
  }

  /**
   * A new engine knows nothing of instances that an old one held, and the same keys now mean
   * others. Beginning such a run again from its first step would contact people twice, so a person
   * decides (RERUN keeps to the ledger).
   */
  @EventListener
  void endRunsOfALostEngine(EngineReady ready) {
    if (engine.status().mode() == Mode.EMBEDDED) {
      for (var run : runs.findByStateIn(RunState.ACTIVE)) {
        var held = run.engineId();
        if (held != null && !held.equals(ready.engineId())) {
          LOG.error("run={} was held by engine {}, whose data is gone", run.id(), held);
          states.fail(run.id(), Said.of("engine_lost").text());
        }
      }
    }
  }

  /** An instance may end before its run has learnt the key; then the event found no run. */
  private void finishEnded() {
    sql.sql(
            "select r.instance_key, i.state from run r join engine_instance i on i.engine_id ="
                + " r.engine_id and i.instance_key = r.instance_key where r.state in ('STARTING',"
                + " 'RUNNING', 'WAITING_DATA', 'INCIDENT') and i.state <> 'ACTIVE' and r.engine_id"
                + " = ?")
        .param(engine.id())
        .query((row, i) -> new Ended(row.getLong(1), row.getString(2).equals("COMPLETED")))
        .list()
        .forEach(
            ended -> states.instanceEnded(engine.id(), ended.instanceKey(), ended.completed()));
  }

  private void cancelUnwanted() {
    UUID engineId = engine.id();
    sql.sql(
            "select r.instance_key from run r join engine_instance i on i.engine_id = r.engine_id"
                + " and i.instance_key = r.instance_key where r.state in ('CANCELLED', 'SKIPPED',"
                + " 'FAILED') and i.state = 'ACTIVE' and r.engine_id = ?")
        .param(engineId)
        .query(Long.class)
        .list()
        .forEach(engine::cancel);
  }

  private record Ended(long instanceKey, boolean completed) {}
}
