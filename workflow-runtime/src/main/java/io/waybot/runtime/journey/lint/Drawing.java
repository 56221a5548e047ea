package io.waybot.runtime.journey.lint;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The flow nodes of a process and what is certain to have happened before each of them. */
final class Drawing {
  private final String processId;
  private final Map<String, Step> steps = new LinkedHashMap<>();

  Drawing(String processId, Collection<Step> all) {
    this.processId = processId;
    StepOrder.of(all).forEach(step -> steps.put(step.id(), step));
  }

  String processId() {
    return processId;
  }

  Collection<Step> steps() {
    return steps.values();
  }

  @Nullable Step find(String id) {
    return steps.get(id);
  }

  List<Step> robots() {
    return steps.values().stream().filter(Step::isRobot).toList();
  }

  /**
   * For every step, what has happened on every path that leads to it. A parallel join waits for all
   * its branches, so it knows what any of them did; everywhere else only what all paths did counts.
   * The greatest fixed point, so loops do not lose what came before them.
   *
   * @param effect what a step adds when it is done
   */
  Map<String, Set<String>> certainBefore(Function<Step, Set<String>> effect) {
    var everything = new HashSet<String>();
    steps.values().forEach(step -> everything.addAll(effect.apply(step)));
    var before = new LinkedHashMap<String, Set<String>>();
    steps.keySet().forEach(id -> before.put(id, everything));
    var changed = true;
    while (changed) {
      changed = false;
      for (var step : steps.values()) {
        var now = merge(step, before, effect);
        changed |= !now.equals(before.put(step.id(), now));
      }
    }
    return before;
  }

  private Set<String> merge(
      Step step, Map<String, Set<String>> before, Function<Step, Set<String>> effect) {
    var attached = step.attachedTo();
    if (attached != null) {
      return before.getOrDefault(attached, Set.of()); // the host did not finish
    }
    if (step.incoming().isEmpty()) {
      var container = step.container();
      return container == null ? Set.of() : before.getOrDefault(container, Set.of());
    }
    var join = step.is("parallelGateway");
    Set<String> merged = null;
    for (var flow : step.incoming()) {
      var source = steps.get(flow.from());
      var known = source == null ? Set.<String>of() : after(source, before, effect);
      if (merged == null) {
        merged = new HashSet<>(known);
      } else if (join) {
        merged.addAll(known);
      } else {
        merged.retainAll(known);
      }
    }
    return merged == null ? Set.of() : merged;
  }

  private Set<String> after(
      Step step, Map<String, Set<String>> before, Function<Step, Set<String>> effect) {
    var done = new HashSet<>(before.getOrDefault(step.id(), Set.of()));
    done.addAll(effect.apply(step));
    if (step.is("subProcess")) {
      done.addAll(inside(step, before, effect));
    }
    return done;
  }

  /** What every end of a sub-process has seen. */
  private Set<String> inside(
      Step sub, Map<String, Set<String>> before, Function<Step, Set<String>> effect) {
    Set<String> all = null;
    for (var step : steps.values()) {
      if (sub.id().equals(step.container()) && step.outgoing().isEmpty()) {
        var known = after(step, before, effect);
        if (all == null) {
          all = new HashSet<>(known);
        } else {
          all.retainAll(known);
        }
      }
    }
    return all == null ? Set.of() : all;
  }

  /** The steps that can be reached from {@code from}, without it unless by a loop. */
  Set<String> reachable(Step from) {
    return reachable(from, step -> true);
  }

  /**
   * The steps that can be reached from {@code from}.
   *
   * @param passable steps that the way may go on from; the others are reached and end it
   */
  Set<String> reachable(Step from, Predicate<Step> passable) {
    var seen = new HashSet<String>();
    var open = new ArrayDeque<Step>();
    open.add(from);
    while (!open.isEmpty()) {
      for (var flow : open.remove().outgoing()) {
        var next = steps.get(flow.to());
        if (next != null && seen.add(next.id()) && passable.test(next)) {
          open.add(next);
        }
      }
    }
    return seen;
  }
}
