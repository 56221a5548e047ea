package io.waybot.runtime.robot;

import io.waybot.db.run.RobotStep;
import io.waybot.db.run.RobotSteps;
import io.waybot.runtime.engine.Engine;
import io.waybot.runtime.engine.EngineAway;
import io.waybot.runtime.engine.EngineRefused;
import io.waybot.runtime.run.RunStates;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tells the engine what is DONE or FAILED in the step ledger: at once for a step that was just
 * worked, and in rounds for parked steps that somebody else completed and for those whose process
 * died before the engine had answered.
 */
@Component
class StepCompleter {
  private static final Logger LOG = LoggerFactory.getLogger(StepCompleter.class);
  private static final int ROUND = 100;

  private final Engine engine;
  private final RobotSteps steps;
  private final RunStates runs;
  private final JsonMapper json;

  StepCompleter(Engine engine, RobotSteps steps, RunStates runs, JsonMapper json) {
    this.engine = engine;
    this.steps = steps;
    this.runs = runs;
    this.json = json;
  }

  @Scheduled(fixedDelay = 500)
  void round() {
    if (engine.status().isUp()) {
      steps.unacknowledged(engine.id(), ROUND).forEach(this::tell);
    }
  }

  /** Tells one outcome. What the engine does not take now is told again in a later round. */
  void tell(RobotStep step) {
    try {
      tellEngine(step);
    } catch (EngineRefused e) {
      if (!e.notFound()) {
        LOG.debug("outcome not taken yet step={} {}", step.id(), e.getMessage());
        return;
      }
    } catch (EngineAway e) {
      LOG.warn("engine away, outcome told later run={} element={}", step.runId(), step.elementId());
      return;
    }
    steps.acknowledge(step.id());
    if (step.state() == RobotStep.State.DONE) {
      runs.dataArrived(step.runId(), step.robot());
    }
  }

  private void tellEngine(RobotStep step) {
    if (step.state() == RobotStep.State.FAILED) {
      engine.fail(step.jobKey(), 0, String.valueOf(step.error()), Duration.ZERO);
      return;
    }
    var result = StepResult.of(String.valueOf(step.output()), step.error(), json);
    if (result.refusedCode() == null) {
      engine.complete(step.jobKey(), result.variables());
    } else {
      engine.throwError(step.jobKey(), result.refusedCode(), result.message());
    }
  }
}
