package io.waybot.runtime.journey.lint;

import io.waybot.runtime.wording.Basis;
import io.waybot.runtime.wording.Checks;
import java.util.Set;

/** A journey in which machines score or decide about people names its privacy assessment. */
@Checks(value = "no-assessment", basis = Basis.COUNSEL)
class AssessmentRule implements LintRule {
  private static final Set<String> AUTOMATED =
      Set.of("score-audience", "decide-treatments", "apply-strategies");

  @Override
  public void check(Plan plan, Findings findings) {
    var number = plan.settings().privacyAssessment();
    if (number != null && !number.isBlank()) {
      return;
    }
    plan.drawing().robots().stream()
        .filter(step -> AUTOMATED.contains(String.valueOf(step.job())))
        .findFirst()
        .ifPresent(step -> findings.error(step.id(), "no-assessment", step.label()));
  }
}
