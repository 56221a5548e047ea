package io.waybot.runtime.journey.lint;

import org.springframework.stereotype.Component;

/** A task that no robot of this bank can do, or one that nobody was told how to do. */
@Component
class UnknownJobRule implements LintRule {
  private final KnownRobots robots;

  UnknownJobRule(KnownRobots robots) {
    this.robots = robots;
  }

  @Override
  public void check(Drawing drawing, Findings findings) {
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
