package io.waybot.runtime.journey.lint;

import java.util.Set;
import org.springframework.stereotype.Component;

/** A send or a lead on a way that did not pass the contact rules. */
@Component
class RulesMissingRule implements LintRule {
  private static final String RULES = "filter-by-policy";
  private static final Set<String> CONTACTS = Set.of("dispatch", "create-leads");

  @Override
  public void check(Drawing drawing, Findings findings) {
    var passed = drawing.certainBefore(step -> RULES.equals(step.job()) ? Set.of(RULES) : Set.of());
    for (var step : drawing.robots()) {
      if (CONTACTS.contains(step.job())
          && !passed.getOrDefault(step.id(), Set.of()).contains(RULES)) {
        findings.error(step.id(), "rules-missing", step.label());
      }
    }
  }
}
