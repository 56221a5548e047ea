package io.waybot.runtime.journey.lint;

import io.waybot.runtime.wording.Basis;
import io.waybot.runtime.wording.Checks;
import java.util.Set;

/** A send without content: neither the block nor a decision before it says what goes out. */
@Checks(value = "content-missing", basis = Basis.BANK)
class ContentMissingRule implements LintRule {
  private static final String DECISION = "decide-treatments";

  @Override
  public void check(Plan plan, Findings findings) {
    var drawing = plan.drawing();
    var decided =
        drawing.certainBefore(step -> DECISION.equals(step.job()) ? Set.of(DECISION) : Set.of());
    for (var step : drawing.robots()) {
      if ("dispatch".equals(step.job())
          && step.inputs().getOrDefault("content", "").isBlank()
          && !decided.getOrDefault(step.id(), Set.of()).contains(DECISION)) {
        findings.error(step.id(), "content-missing", step.label());
      }
    }
  }
}
