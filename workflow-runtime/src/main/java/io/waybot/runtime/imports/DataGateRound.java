package io.waybot.runtime.imports;

import io.waybot.bots.audience.DataArrived;
import io.waybot.bots.audience.DataGate;
import io.waybot.db.imports.DataNeed;
import io.waybot.db.imports.DataNeeds;
import io.waybot.db.run.RobotSteps;
import io.waybot.runtime.language.Phrases;
import io.waybot.runtime.run.RunService;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Looks after runs that wait for data: lets them go on when it has come, skips them at the cut-off.
 */
@Component
class DataGateRound {
  private static final Logger LOG = LoggerFactory.getLogger(DataGateRound.class);

  private final DataNeeds needs;
  private final DataGate gate;
  private final RobotSteps steps;
  private final RunService runs;
  private final Phrases phrases;
  private final JsonMapper json;
  private final Clock clock;

  DataGateRound(
      DataNeeds needs,
      DataGate gate,
      RobotSteps steps,
      RunService runs,
      Phrases phrases,
      JsonMapper json,
      Clock clock) {
    this.needs = needs;
    this.gate = gate;
    this.steps = steps;
    this.runs = runs;
    this.phrases = phrases;
    this.json = json;
    this.clock = clock;
  }

  @Scheduled(fixedDelay = 2000)
  void round() {
    for (var need : needs.waiting()) {
      try {
        look(need);
      } catch (RuntimeException e) {
        LOG.warn("run={} its data gate is looked at again", need.runId(), e);
      }
    }
  }

  private void look(DataNeed need) {
    switch (gate.judge(need, clock.instant())) {
      case DataGate.Verdict.Open open -> goOn(need, open.answer());
      case DataGate.Verdict.TooLate late -> skip(need, late.missing());
      case DataGate.Verdict.Wait wait ->
          LOG.debug("run={} waits for {}", need.runId(), wait.missing());
    }
  }

  private void goOn(DataNeed need, DataArrived answer) {
    steps.complete(need.stepId(), json.writeValueAsString(answer));
    needs.forget(need.stepId());
    LOG.info("run={} stage=wait-for-data dataDate={}", need.runId(), answer.dataDate());
  }

  /** ERROR, because somebody has to find out why the data did not come. */
  private void skip(DataNeed need, List<String> missing) {
    var names = String.join(", ", missing);
    LOG.error(
        "run={} skipped: no data of {} until the cut-off: {}",
        need.runId(),
        need.dataDate(),
        names);
    runs.skip(
        need.runId(),
        phrases.get(Locale.SIMPLIFIED_CHINESE, "run.skipped", names, need.dataDate().toString())
            + " / "
            + phrases.get(Locale.ENGLISH, "run.skipped", names, need.dataDate().toString()));
    needs.forget(need.stepId());
  }
}
