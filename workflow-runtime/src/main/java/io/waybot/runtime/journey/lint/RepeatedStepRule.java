package io.waybot.runtime.journey.lint;

import io.waybot.runtime.wording.Basis;
import io.waybot.runtime.wording.Checks;
import java.util.Objects;

/** The same robot twice with the same fields on the same list. */
@Checks(value = "same-step-twice", basis = Basis.BANK)
class RepeatedStepRule implements LintRule {
  @Override
  public void check(Plan plan, Findings findings) {
    var robots =
        plan.drawing().robots().stream().filter(step -> !step.input("audience").isEmpty()).toList();
    for (int i = 0; i < robots.size(); i++) {
      for (int j = i + 1; j < robots.size(); j++) {
        var first = robots.get(i);
        var second = robots.get(j);
        if (same(first, second) && bothHappen(plan.drawing(), first, second)) {
          findings.error(second.id(), "same-step-twice", second.label(), first.label());
        }
      }
    }
  }

  private static boolean same(Step one, Step other) {
    return Objects.equals(one.job(), other.job()) && one.inputs().equals(other.inputs());
  }

  /** One after the other, or side by side: not when a condition chooses between them. */
  private static boolean bothHappen(Drawing drawing, Step one, Step other) {
    return drawing.reachable(one).contains(other.id())
        || drawing.reachable(other).contains(one.id())
        || drawing.steps().stream()
            .filter(step -> step.is("exclusiveGateway") || step.is("eventBasedGateway"))
            .noneMatch(gateway -> chooses(drawing, gateway, one, other));
  }

  private static boolean chooses(Drawing drawing, Step gateway, Step one, Step other) {
    var behind = drawing.reachable(gateway);
    return behind.contains(one.id()) && behind.contains(other.id());
  }
}
