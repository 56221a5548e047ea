package io.waybot.runtime.journey.lint;

import io.waybot.runtime.wording.Basis;
import io.waybot.runtime.wording.Checks;
import java.util.Set;

/** A send or a lead on a way that did not pass the contact rules. */
@Checks(value = "rules-missing", basis = Basis.BANK)
class RulesMissingRule implements LintRule {
  private static final String RULES = "filter-by-policy";
  private static final Set<String> CONTACTS = Set.of("dispatch", "create-leads");

  @Override
  public void check(Plan plan, Findings findings) {
    var drawing = plan.drawing();
    var passed = drawing.certainBefore(step -> RULES.equals(step.job()) ? Set.of(RULES) : Set.of());
    for (var step : drawing.robots()) {
      if (CONTACTS.contains(step.job())
          && !passed.getOrDefault(step.id(), Set.of()).contains(RULES)) {
        findings.error(step.id(), "rules-missing", step.label());
      }
    }
  }
}
