package io.waybot.runtime.journey.lint;

import io.waybot.runtime.wording.Basis;
import io.waybot.runtime.wording.Checks;

/** A default way or a block to hang on that is something else, or not there. */
@Checks(value = "reference-wrong", basis = Basis.ENGINE)
class ReferenceRule implements LintRule {

  @Override
  public void check(Plan plan, Findings findings) {
    for (var step : plan.drawing().steps()) {
      var way = step.otherwise();
      if (way != null && step.outgoing().stream().noneMatch(flow -> flow.id().equals(way))) {
        findings.error(step.id(), "reference-wrong", step.label(), way);
      }
      var host = step.attachedTo();
      if (host != null && plan.drawing().find(host) == null) {
        findings.error(step.id(), "reference-wrong", step.label(), host);
      }
    }
  }
}
