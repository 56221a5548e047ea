package io.waybot.designer.design;

import io.waybot.runtime.journey.ApprovalService;
import io.waybot.runtime.journey.Clashes;
import io.waybot.runtime.journey.Draft;
import io.waybot.runtime.journey.JourneyCheck;
import io.waybot.runtime.journey.JourneyDeployer;
import io.waybot.runtime.journey.JourneyEditors;
import io.waybot.runtime.journey.JourneyLife;
import io.waybot.runtime.journey.JourneyService;
import io.waybot.runtime.journey.Remarks;
import io.waybot.runtime.journey.lint.AudienceCounts;
import io.waybot.runtime.journey.lint.Finding;
import io.waybot.runtime.journey.lint.JourneyLinter;
import io.waybot.runtime.rehearsal.LiveCounts;
import io.waybot.runtime.rehearsal.RunPictures;
import io.waybot.runtime.schedule.LifeEffects;
import io.waybot.runtime.schedule.RunNow;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Those who keep journeys, as the designer talks to them. */
@Component
record Journeys(
    JourneyService service,
    ApprovalService approvals,
    JourneyDeployer deployer,
    JourneyLife life,
    JourneyLinter linter,
    JourneyCheck full,
    AudienceCounts counts,
    RunNow runNow,
    Remarks remarks,
    LifeEffects effects,
    RunPictures pictures,
    LiveCounts live,
    Clashes clashes,
    JourneyEditors editors) {

  /** What our own rules say. */
  List<Finding> lint(Draft draft, Locale language) {
    var version = draft.version();
    return linter
        .check(draft.journey().key(), version.bpmn(), version.settings(), language)
        .findings();
  }

  /** What our own rules and the engine say. */
  List<Finding> check(Draft draft, Locale language) {
    return full.check(draft.journey().key(), draft.version(), language).findings();
  }
}
