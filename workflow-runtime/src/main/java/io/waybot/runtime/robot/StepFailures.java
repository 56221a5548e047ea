package io.waybot.runtime.robot;

import io.camunda.client.api.response.ActivatedJob;
import io.waybot.bots.RobotFailure;
import io.waybot.db.run.RobotStep;
import io.waybot.db.run.RobotSteps;
import io.waybot.runtime.engine.Engine;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What the host does about an attempt that went wrong. */
@Component
class StepFailures {
  private static final Logger LOG = LoggerFactory.getLogger(StepFailures.class);

  private final RobotSteps steps;
  private final StepCompleter completer;
  private final Engine engine;
  private final RobotSettings settings;
  private final JsonMapper json;

  StepFailures(
      RobotSteps steps,
      StepCompleter completer,
      Engine engine,
      RobotSettings settings,
      JsonMapper json) {
    this.steps = steps;
    this.completer = completer;
    this.engine = engine;
    this.settings = settings;
    this.json = json;
  }

  /** Answers "refused", "transient" or "permanent". */
  String settle(RobotStep step, ActivatedJob job, RobotFailure failure) {
    return switch (failure) {
      case RobotFailure.Refused refused -> refused(step, refused);
      case RobotFailure.Transient away when steps.get(step.id()).attempts() < settings.attempts() ->
          tryAgain(step, job, away);
      case RobotFailure.Transient spent -> incident(step, spent);
      case RobotFailure.Permanent permanent -> incident(step, permanent);
    };
  }

  private String refused(RobotStep step, RobotFailure.Refused refusal) {
    LOG.info("refused code={} {}", refusal.code(), refusal.getMessage());
    steps.refuse(
        step.id(), StepResult.ofRefusal(refusal, json), String.valueOf(refusal.getMessage()));
    completer.tell(steps.get(step.id()));
    return "refused";
  }

  private String tryAgain(RobotStep step, ActivatedJob job, RobotFailure.Transient away) {
    LOG.warn("tried again in {}", away.pause(), away);
    steps.note(step.id(), String.valueOf(away.getMessage()));
    engine.fail(job.getKey(), 1, String.valueOf(away.getMessage()), away.pause());
    return "transient";
  }

  private String incident(RobotStep step, RobotFailure failure) {
    LOG.error("incident at {}", step.elementId(), failure);
    steps.fail(step.id(), String.valueOf(failure.getMessage()));
    completer.tell(steps.get(step.id()));
    return "permanent";
  }
}
