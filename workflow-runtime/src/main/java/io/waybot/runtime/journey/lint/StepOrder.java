package io.waybot.runtime.journey.lint;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Steps in the order in which a run meets them: what comes before a step stands before it, loops
 * apart. So whoever follows the ways is done after a pass or two, however large the drawing.
 */
final class StepOrder {
  private final Map<String, Step> byId = new LinkedHashMap<>();
  private final Map<String, List<Step>> within = new LinkedHashMap<>();
  private final Set<String> seen = new HashSet<>();
  private final Deque<Step> ordered = new ArrayDeque<>();

  private StepOrder(Collection<Step> steps) {
    for (var step : steps) {
      byId.put(step.id(), step);
      var host = step.attachedTo() == null ? step.container() : step.attachedTo();
      if (host != null) {
        within.computeIfAbsent(host, id -> new ArrayList<>()).add(step);
      }
    }
  }

  static Collection<Step> of(Collection<Step> steps) {
    var order = new StepOrder(steps);
    List.copyOf(steps).reversed().forEach(order::from); // so that the first begins the order
    return order.ordered;
  }

  private record Visit(Step step, Iterator<Step> next) {}

  /** Depth first, without recursion: a file may hold thousands of steps in a row. */
  private void from(Step root) {
    var open = new ArrayDeque<Visit>();
    enter(root, open);
    while (!open.isEmpty()) {
      var visit = open.getLast();
      if (visit.next().hasNext()) {
        enter(visit.next().next(), open);
      } else {
        ordered.addFirst(open.removeLast().step());
      }
    }
  }

  private void enter(Step step, Deque<Visit> open) {
    if (seen.add(step.id())) {
      open.addLast(new Visit(step, next(step).iterator()));
    }
  }

  private List<Step> next(Step step) {
    var next = new ArrayList<>(within.getOrDefault(step.id(), List.of()));
    for (var flow : step.outgoing()) {
      var target = byId.get(flow.to());
      if (target != null) {
        next.add(target);
      }
    }
    return next;
  }
}
