package io.waybot.runtime.journey.lint;

import io.waybot.runtime.wording.Basis;
import io.waybot.runtime.wording.Checks;

/** Joins the engine does not know, and branches that could leave the token without a way. */
@Checks(
    value = {"inclusive-join", "complex-gateway"},
    basis = Basis.ENGINE)
class GatewayKindRule implements LintRule {

  @Override
  public void check(Plan plan, Findings findings) {
    var drawing = plan.drawing();
    for (var step : drawing.steps()) {
      if (step.is("inclusiveGateway") && step.incoming().size() > 1) {
        findings.error(step.id(), "inclusive-join", step.label());
      }
      if (step.is("complexGateway")) {
        findings.error(step.id(), "complex-gateway", step.label());
      }
    }
  }
}
