package io.waybot.designer.design;

import io.waybot.runtime.rehearsal.LiveCount;
import io.waybot.runtime.rehearsal.LiveCounts;
import io.waybot.runtime.rehearsal.RunPicture;
import io.waybot.runtime.schedule.RunPreview;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/** What the drawing would do, does when it is tried, and did when it was run. */
class Trial {
  private final Journeys journeys;
  private final DesignerPresenter.Screen screen;
  private final OpenJourney open;

  Trial(Journeys journeys, DesignerPresenter.Screen screen, OpenJourney open) {
    this.journeys = journeys;
    this.screen = screen;
    this.open = open;
  }

  /** Tries the drawing as it stands; nothing is sent. */
  void rehearse() {
    var run = journeys.runNow().rehearse(open.id, open.person, open.language);
    screen.rehearsing(journeys.pictures().of(run, open.person.scope()));
  }

  /** The newest rehearsal of the version on the screen, as far as it has come. */
  Optional<RunPicture> rehearsal() {
    return journeys
        .pictures()
        .newestRehearsal(open.draft().version().id())
        .map(run -> journeys.pictures().of(run, open.person.scope()));
  }

  /** Counts the drawing as saved, in the background, for people who may draw. */
  void count(LiveCounts.Desk desk, Consumer<LiveCount> told) {
    if (open.editable()) {
      desk.count(open.draft(), told);
    }
  }

  /** The segment's customers of the journey's unit today; empty if it cannot be asked. */
  OptionalInt customersOf(String segment) {
    return journeys.counts().of(segment, open.draft().journey().ownerOrg());
  }

  /** What a real run would do, judged by the last one; empty while there was none. */
  Optional<RunPreview> runPreview() {
    return journeys.runNow().preview(open.id, open.person);
  }

  /** What a real run can be given for its conditions, by the planner's own words. */
  Set<String> parameters() {
    return journeys.runNow().parameters(open.id, open.person);
  }

  /** Really sends. */
  UUID runNow(Map<String, String> parameters) {
    return journeys.runNow().start(open.id, open.person, parameters);
  }
}
