package io.waybot.runtime.journey.lint;

import io.waybot.runtime.wording.Basis;
import io.waybot.runtime.wording.Checks;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;

/** A step that no way from the start reaches, or from which no way leads to an end. */
@Checks(
    value = {"never-reached", "never-ends"},
    basis = Basis.ENGINE)
class UnreachableRule implements LintRule {
  @Override
  public void check(Plan plan, Findings findings) {
    var drawing = plan.drawing();
    var reached = reached(drawing);
    var ending = ending(drawing);
    for (var step : drawing.steps()) {
      if (!reached.contains(step.id()) && !step.incoming().isEmpty()) {
        findings.error(step.id(), "never-reached", step.label());
      } else if (!ending.contains(step.id()) && !step.outgoing().isEmpty()) {
        findings.error(step.id(), "never-ends", step.label());
      }
    }
  }

  private static Set<String> reached(Drawing drawing) {
    return spread(
        drawing,
        UnreachableRule::begins,
        (step, visit) -> {
          step.outgoing().forEach(flow -> visit.accept(flow.to()));
          drawing.steps().stream()
              .filter(other -> step.id().equals(other.attachedTo()))
              .forEach(other -> visit.accept(other.id()));
        });
  }

  /** Steps inside a sub-process begin with it, wherever it stands; it is judged by itself. */
  private static boolean begins(Step step) {
    return step.is("startEvent")
        || "link".equals(step.event())
        || (step.is("subProcess") && step.incoming().isEmpty());
  }

  private static Set<String> ending(Drawing drawing) {
    return spread(
        drawing,
        step -> step.outgoing().isEmpty(),
        (step, visit) -> step.incoming().forEach(flow -> visit.accept(flow.from())));
  }

  private interface Neighbours {
    void of(Step step, Consumer<String> visit);
  }

  private static Set<String> spread(
      Drawing drawing, java.util.function.Predicate<Step> first, Neighbours neighbours) {
    var seen = new HashSet<String>();
    Deque<Step> open = new ArrayDeque<>();
    drawing.steps().stream().filter(first).filter(step -> seen.add(step.id())).forEach(open::add);
    while (!open.isEmpty()) {
      neighbours.of(
          open.remove(),
          id -> {
            var next = drawing.find(id);
            if (next != null && seen.add(id)) {
              open.add(next);
            }
          });
    }
    return seen;
  }
}
