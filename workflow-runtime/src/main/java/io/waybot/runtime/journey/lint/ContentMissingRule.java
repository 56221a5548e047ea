package io.waybot.runtime.journey.lint;

import java.util.Set;
import org.springframework.stereotype.Component;

/** A send without content: neither the block nor a decision before it says what goes out. */
@Component
class ContentMissingRule implements LintRule {
  private static final String DECISION = "decide-treatments";

  @Override
  public void check(Drawing drawing, Findings findings) {
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
