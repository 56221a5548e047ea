package io.waybot.runtime.journey.lint;

import io.waybot.runtime.wording.Basis;
import io.waybot.runtime.wording.Checks;

/** What a robot found must stand under its own block's name: parallel branches share variables. */
@Checks(
    value = {"element-id", "output-missing"},
    basis = Basis.ENGINE)
class OutputMissingRule implements LintRule {

  @Override
  public void check(Plan plan, Findings findings) {
    var drawing = plan.drawing();
    for (var step : drawing.robots()) {
      if (!step.id().matches("[A-Za-z_][A-Za-z0-9_]*")) {
        findings.error(step.id(), "element-id", step.label(), step.id());
      } else if (!"=result".equals(step.outputs().get(step.id()))) {
        findings.error(step.id(), "output-missing", step.label(), step.id());
      }
    }
  }
}
