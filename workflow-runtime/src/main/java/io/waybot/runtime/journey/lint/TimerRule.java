package io.waybot.runtime.journey.lint;

import io.waybot.runtime.wording.Basis;
import io.waybot.runtime.wording.Checks;

/** Waits take their duration from the journey's settings, so that a rehearsal need not wait. */
@Checks(
    value = {"timer-boundary", "timer-start", "timer-literal", "wait-open"},
    basis = Basis.ENGINE)
class TimerRule implements LintRule {

  @Override
  public void check(Plan plan, Findings findings) {
    var drawing = plan.drawing();
    for (var step : drawing.steps()) {
      if (step.is("boundaryEvent") && "timer".equals(step.event())) {
        findings.error(step.id(), "timer-boundary", step.label());
      } else if (step.isWait()) {
        checkWait(step, findings);
      } else if (step.is("startEvent") && "timer".equals(step.event())) {
        findings.error(step.id(), "timer-start", step.label());
      }
    }
  }

  private static void checkWait(Step step, Findings findings) {
    var duration = step.duration();
    if (duration == null || !duration.matches("=\\s*wait_[A-Za-z0-9_]+")) {
      findings.error(step.id(), "timer-literal", step.label(), step.id());
    } else if (step.pause() == null) {
      findings.warning(step.id(), "wait-open", step.label());
    }
  }
}
