package io.waybot.runtime.journey.lint;

import org.springframework.stereotype.Component;

/** What a robot found must stand under its own block's name: parallel branches share variables. */
@Component
class OutputMissingRule implements LintRule {

  @Override
  public void check(Drawing drawing, Findings findings) {
    for (var step : drawing.robots()) {
      if (!step.id().matches("[A-Za-z_][A-Za-z0-9_]*")) {
        findings.error(step.id(), "element-id", step.label(), step.id());
      } else if (!"=result".equals(step.outputs().get(step.id()))) {
        findings.error(step.id(), "output-missing", step.label(), step.id());
      }
    }
  }
}
