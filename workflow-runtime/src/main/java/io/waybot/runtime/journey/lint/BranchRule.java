package io.waybot.runtime.journey.lint;

import io.waybot.runtime.wording.Basis;
import io.waybot.runtime.wording.Checks;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A condition that leaves a case out, or two of its ways that both fit. */
@Checks(
    value = {"gateway-no-default", "conditions-overlap"},
    basis = Basis.ENGINE)
class BranchRule implements LintRule {
  @Override
  public void check(Plan plan, Findings findings) {
    for (var step : plan.drawing().steps()) {
      var ways = step.outgoing();
      if (ways.size() < 2 || !(step.is("exclusiveGateway") || step.is("inclusiveGateway"))) {
        continue;
      }
      if (step.otherwise() == null) {
        findings.error(step.id(), "gateway-no-default", step.label());
      }
      if (step.is("exclusiveGateway") && overlap(ways)) {
        findings.error(step.id(), "conditions-overlap", step.label());
      }
    }
  }

  private static boolean overlap(List<Step.Flow> ways) {
    for (int i = 0; i < ways.size(); i++) {
      for (int j = i + 1; j < ways.size(); j++) {
        if (overlap(ways.get(i).condition(), ways.get(j).condition())) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean overlap(@Nullable String one, @Nullable String other) {
    if (one == null || other == null) {
      return false;
    }
    return one.equals(other)
        || Condition.of(one).flatMap(a -> Condition.of(other).map(a::overlaps)).orElse(false);
  }
}
