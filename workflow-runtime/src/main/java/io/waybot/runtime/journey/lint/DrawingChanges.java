package io.waybot.runtime.journey.lint;

import io.waybot.runtime.journey.lint.Change.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** What a planner did between two drawings: blocks put in, taken out, filled in otherwise. */
final class DrawingChanges {
  private DrawingChanges() {}

  static List<Change> between(Drawing before, Drawing after) {
    var changes = new ArrayList<Change>();
    for (var step : after.steps()) {
      var earlier = before.find(step.id());
      if (earlier == null) {
        changes.add(new Change(step.id(), step.label(), Kind.ADDED));
      } else if (!same(earlier, step)) {
        changes.add(new Change(step.id(), step.label(), Kind.CHANGED));
      }
    }
    for (var step : before.steps()) {
      if (after.find(step.id()) == null) {
        changes.add(new Change(step.id(), step.label(), Kind.REMOVED));
      }
    }
    return changes;
  }

  private static boolean same(Step one, Step other) {
    return one.type().equals(other.type())
        && one.name().equals(other.name())
        && Objects.equals(one.job(), other.job())
        && one.inputs().equals(other.inputs())
        && Objects.equals(one.duration(), other.duration())
        && Objects.equals(one.pause(), other.pause())
        && ways(one).equals(ways(other));
  }

  /** Where it leads to and when; ids of lines do not matter. */
  private static Set<String> ways(Step step) {
    return step.outgoing().stream()
        .map(flow -> flow.to() + " " + flow.condition())
        .collect(Collectors.toSet());
  }
}
