package io.waybot.runtime.journey.lint;

import org.springframework.stereotype.Component;

/** Waits take their duration from the journey's settings, so that a rehearsal need not wait. */
@Component
class TimerRule implements LintRule {

  @Override
  public void check(Drawing drawing, Findings findings) {
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
