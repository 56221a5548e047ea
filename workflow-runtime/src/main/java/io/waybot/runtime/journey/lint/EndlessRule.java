package io.waybot.runtime.journey.lint;

import io.waybot.runtime.wording.Basis;
import io.waybot.runtime.wording.Checks;

/** Loops without a wait, a journey that starts itself, one instance for each customer of a list. */
@Checks(
    value = {"self-call", "multi-instance", "loop-without-wait"},
    basis = Basis.ENGINE)
class EndlessRule implements LintRule {

  @Override
  public void check(Plan plan, Findings findings) {
    var drawing = plan.drawing();
    for (var step : drawing.steps()) {
      if (drawing.processId().equals(step.calls())) {
        findings.error(step.id(), "self-call", step.label());
      }
      if (step.multiInstance()) {
        findings.error(step.id(), "multi-instance", step.label());
      }
      if (step.is("exclusiveGateway")
          && step.incoming().size() > 1
          && loopsWithoutWait(drawing, step)) {
        findings.error(step.id(), "loop-without-wait", step.label());
      }
    }
  }

  private static boolean loopsWithoutWait(Drawing drawing, Step gateway) {
    var loop =
        drawing.steps().stream()
            .filter(other -> drawing.reachable(gateway).contains(other.id()))
            .filter(other -> drawing.reachable(other).contains(gateway.id()))
            .toList();
    return !loop.isEmpty() && loop.stream().noneMatch(Step::isWait);
  }
}
