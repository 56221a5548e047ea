package io.waybot.runtime.rehearsal;

import io.waybot.runtime.journey.lint.Ways;
import io.waybot.runtime.journey.lint.Ways.Line;
import io.waybot.runtime.journey.lint.Ways.Place;
import io.waybot.runtime.run.RunView;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How many customers each line of a drawing carries: those on the list that the robot behind it is
 * given; on the way to something else those whom the robot before it let go on, and behind a join
 * the sum of what came. Lines that the run did not take, and those before the first list, have no
 * count.
 */
class FlowCounts {
  private final Ways ways;
  private final Map<String, RunView.Step> steps = new HashMap<>();
  private final Set<String> entered = new HashSet<>();
  private final Map<String, Integer> counts = new LinkedHashMap<>();

  FlowCounts(Ways ways, List<RunView.Step> done, List<RunView.Element> elements) {
    this.ways = ways;
    done.forEach(step -> steps.put(step.elementId(), step)); // the newest pass
    elements.forEach(element -> entered.add(element.elementId()));
    entered.addAll(steps.keySet());
    for (var place : ways.places()) {
      for (var line : place.out()) {
        var count = entered.contains(line.to()) ? count(place, line) : null;
        if (count != null) {
          counts.put(line.id(), count);
        }
      }
    }
  }

  /** By id of the line. */
  Map<String, Integer> byLine() {
    return counts;
  }

  private @Nullable Integer count(Place from, Line line) {
    var given = given(line.to());
    if (given != null) {
      return given;
    }
    if (from.isRobot()) {
      var step = steps.get(from.id());
      return step == null ? null : MainSet.of(step).map(MainSet::customers).orElse(arrived(from));
    }
    var ahead = from.forks() ? ahead(line, new HashSet<>()) : null;
    return ahead != null ? ahead : arrived(from);
  }

  /** What a robot was given; null for anything else and for a robot that takes no list. */
  private @Nullable Integer given(String id) {
    var place = ways.find(id);
    var step = steps.get(id);
    return place == null || step == null || place.lists().isEmpty() ? null : step.in();
  }

  /** What the first robot on this way was given. */
  private @Nullable Integer ahead(Line line, Set<String> seen) {
    var place = ways.find(line.to());
    if (place == null || !seen.add(line.id())) {
      return null;
    }
    if (place.isRobot()) {
      return given(place.id());
    }
    return place.in().size() > 1
        ? null
        : place.out().stream()
            .map(next -> ahead(next, seen))
            .filter(Objects::nonNull)
            .findFirst()
            .orElse(null);
  }

  private @Nullable Integer arrived(Place place) {
    var known =
        place.in().stream().map(line -> counts.get(line.id())).filter(Objects::nonNull).toList();
    return known.isEmpty() ? null : known.stream().mapToInt(Integer::intValue).sum();
  }
}
