package io.waybot.runtime.journey.lint;

import org.springframework.stereotype.Component;

/** Joins the engine does not know, and branches that could leave the token without a way. */
@Component
class GatewayKindRule implements LintRule {

  @Override
  public void check(Drawing drawing, Findings findings) {
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
