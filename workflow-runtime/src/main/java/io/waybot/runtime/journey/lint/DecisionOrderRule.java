package io.waybot.runtime.journey.lint;

import io.waybot.runtime.wording.Basis;
import io.waybot.runtime.wording.Checks;

/**
 * Customers who were just contacted are decided about again, with nobody asking how they answered.
 */
@Checks(value = "decision-after-contact", basis = Basis.BANK)
class DecisionOrderRule implements LintRule {
  @Override
  public void check(Plan plan, Findings findings) {
    var drawing = plan.drawing();
    for (var decision : plan.robots("decide-treatments")) {
      plan.contacts().stream()
          .filter(contact -> reaches(drawing, contact, decision))
          .findFirst()
          .ifPresent(contact ->
              findings.error(
                  decision.id(), "decision-after-contact", decision.label(), contact.label()));
    }
  }

  private static boolean reaches(Drawing drawing, Step contact, Step decision) {
    return drawing
        .reachable(contact, step -> !"split-by-response".equals(step.job()))
        .contains(decision.id());
  }
}
