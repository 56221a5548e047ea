package io.waybot.designer.run;

import io.waybot.runtime.access.CurrentUser;
import io.waybot.runtime.journey.JourneyService;
import io.waybot.runtime.journey.lint.JourneyLinter;
import io.waybot.runtime.run.RunView;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The drawing that a run follows, and what its blocks are called there. */
@Component
public class RunBlocks {
  private final JourneyService journeys;
  private final JourneyLinter linter;
  private final CurrentUser user;

  RunBlocks(JourneyService journeys, JourneyLinter linter, CurrentUser user) {
    this.journeys = journeys;
    this.linter = linter;
    this.user = user;
  }

  /** The drawing of the very version that the run began with. */
  String drawing(RunView run) {
    return journeys.versions(run.journey().id(), user.get()).stream()
        .filter(version -> version.versionNo() == run.journey().version())
        .findFirst()
        .orElseThrow()
        .bpmn();
  }

  /** Names by element id. */
  public Map<String, String> names(RunView run) {
    return linter.names(drawing(run));
  }
}
