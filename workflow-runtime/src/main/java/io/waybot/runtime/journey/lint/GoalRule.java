package io.waybot.runtime.journey.lint;

import io.waybot.runtime.wording.Basis;
import io.waybot.runtime.wording.Checks;

/** A journey that contacts customers for marketing says what they should do, and lets them go. */
@Checks(
    value = {"no-goal", "no-exit"},
    basis = Basis.BANK)
class GoalRule implements LintRule {

  @Override
  public void check(Plan plan, Findings findings) {
    if (!plan.marketing() || plan.contacts().isEmpty()) {
      return;
    }
    var goal = plan.settings().goal();
    if (goal == null || goal.products().isEmpty()) {
      findings.error(null, "no-goal");
    }
    plan.drawing().steps().stream()
        .filter(step -> step.is("startEvent") && "message".equals(step.event()))
        .filter(start -> !Boolean.TRUE.equals(plan.settings().leaveAtGoal()))
        .forEach(start -> findings.error(start.id(), "no-exit"));
  }
}
