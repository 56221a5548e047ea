package io.waybot.runtime.run;

import io.waybot.db.run.RobotStep;
import io.waybot.db.run.RobotStep.State;
import io.waybot.runtime.run.RunView.Audience;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Whether every customer of a run is accounted for, once: list = removed + control + treatment;
 * treatment = chosen + not chosen; chosen = ledger rows of the first wave. Each equation counts
 * from the moment all of its robots are done.
 */
class Conservation {
  private final Audience audience;
  private final List<RobotStep> steps;
  private final int firstWave;

  Conservation(Audience audience, List<RobotStep> steps, int firstWave) {
    this.audience = audience;
    this.steps = steps;
    this.firstWave = firstWave;
  }

  boolean holds() {
    return armsAddUp() && choiceAddsUp() && firstWaveAddsUp();
  }

  private boolean armsAddUp() {
    return !done(Set.of("split-arms"))
        || audience.total() == sum(audience.removed()) + audience.control() + audience.treatment();
  }

  private boolean choiceAddsUp() {
    return !done(Set.of("decide-treatments"))
        || audience.treatment() == audience.chosen() + sum(audience.notChosen());
  }

  private boolean firstWaveAddsUp() {
    boolean decided = done(Set.of("decide-treatments"));
    return !(decided && done(Set.of("dispatch", "create-leads"))) || audience.chosen() == firstWave;
  }

  /** At least one step of these robots, and none of them unfinished. */
  private boolean done(Set<String> robots) {
    var theirs = steps.stream().filter(step -> robots.contains(step.robot())).toList();
    return !theirs.isEmpty() && theirs.stream().allMatch(step -> step.state() == State.DONE);
  }

  private static int sum(Map<String, Integer> counts) {
    return counts.values().stream().mapToInt(Integer::intValue).sum();
  }
}
