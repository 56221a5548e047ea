package io.waybot.runtime.journey.lint;

import io.waybot.runtime.wording.Basis;
import io.waybot.runtime.wording.Checks;

/** A task that no robot of this bank can do, or one that nobody was told how to do. */
@Checks(
    value = {"unknown-job-type", "plain-task"},
    basis = Basis.ENGINE)
class UnknownJobRule implements LintRule {
  private final KnownRobots robots;

  UnknownJobRule(KnownRobots robots) {
    this.robots = robots;
  }

  @Override
  public void check(Plan plan, Findings findings) {
    var drawing = plan.drawing();
    for (var step : drawing.steps()) {
      var job = step.job();
      if (job != null && robots.find(job).isEmpty()) {
        findings.error(step.id(), "unknown-job-type", step.label(), job);
      } else if (job == null && step.type().equals("task")) {
        findings.error(step.id(), "plain-task", step.label());
      }
    }
  }
}
