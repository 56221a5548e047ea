package io.waybot.runtime.journey.lint;

import io.waybot.runtime.wording.Basis;
import io.waybot.runtime.wording.Checks;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;

/** Loops without a wait, a journey that starts itself, one instance for each customer of a list. */
@Checks(
    value = {"self-call", "multi-instance", "loop-without-wait"},
    basis = Basis.ENGINE)
class EndlessRule implements LintRule {

  @Override
  public void check(Plan plan, Findings findings) {
    var drawing = plan.drawing();
    for (var step : drawing.steps()) {
      if (drawing.processId().equals(step.calls())) {
        findings.error(step.id(), "self-call", step.label());
      }
      if (step.multiInstance()) {
        findings.error(step.id(), "multi-instance", step.label());
      }
    }
    var told = new HashSet<String>();
    for (var step : drawing.steps()) {
      if (!step.isWait() && !told.contains(step.id())) {
        var loop = withoutWait(drawing, step);
        if (loop.contains(step.id())) {
          findings.error(step.id(), "loop-without-wait", step.label());
          told.addAll(loop); // one finding for a loop, not one for each step in it
        }
      }
    }
  }

  /** The steps that lie on a way from {@code step} back to it on which nothing waits. */
  private static Set<String> withoutWait(Drawing drawing, Step step) {
    var ahead = drawing.reachable(step, other -> !other.isWait());
    if (!ahead.contains(step.id())) {
      return Set.of();
    }
    return drawing.steps().stream()
        .filter(other -> ahead.contains(other.id()) && !other.isWait())
        .filter(other -> drawing.reachable(other, next -> !next.isWait()).contains(step.id()))
        .map(Step::id)
        .collect(Collectors.toSet());
  }
}
