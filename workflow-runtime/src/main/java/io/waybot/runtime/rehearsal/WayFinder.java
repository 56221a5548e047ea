package io.waybot.runtime.rehearsal;

import io.waybot.db.audience.Audience;
import io.waybot.runtime.journey.lint.Ways;
import io.waybot.runtime.journey.lint.Ways.Place;
import io.waybot.runtime.rehearsal.CustomerWay.Did;
import io.waybot.runtime.rehearsal.CustomerWay.Stop;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Follows one customer along the drawing. The token of a run goes everywhere; the customer goes
 * where the lists go that hold it, and the way ends where a block puts it on no list.
 */
class WayFinder {
  private static final Set<String> SENT = Set.of("SENT", "SENDING", "PENDING", "CLAIMED");
  private final Ways ways;
  private final CustomerMarks.Of marks;
  private final Set<String> forecast;
  private final Map<String, Stop> stops = new HashMap<>();
  private final List<String> lines = new ArrayList<>();
  private final Set<String> reached = new HashSet<>();

  /**
   * @param forecast blocks whose lists are drawn, not counted
   */
  WayFinder(Ways ways, CustomerMarks.Of marks, Set<String> forecast) {
    this.ways = ways;
    this.marks = marks;
    this.forecast = forecast;
    for (var place : ways.places()) {
      if (place.isRobot()) {
        stop(place);
      }
    }
    for (var place : ways.places()) {
      follow(place);
    }
  }

  /** In the order of a run. */
  List<Stop> stops() {
    return ways.places().stream()
        .filter(place -> reached.contains(place.id()))
        .map(place -> stops.get(place.id()))
        .filter(stop -> stop != null)
        .map(Stop.class::cast)
        .toList();
  }

  List<String> lines() {
    return lines;
  }

  private void follow(Place place) {
    if (place.in().isEmpty()) {
      reached.add(place.id());
    }
    var stop = stops.get(place.id());
    if (!reached.contains(place.id()) || (stop != null && stop.ends())) {
      return;
    }
    for (var line : place.out()) {
      if (leadsTo(line, new HashSet<>())) {
        lines.add(line.id());
        reached.add(line.to());
      }
    }
  }

  /** Whether the line ends at a block that had the customer, or goes on to one, or to the end. */
  private boolean leadsTo(Ways.Line line, Set<String> seen) {
    var place = ways.find(line.to());
    if (place == null || !seen.add(line.id())) {
      return false;
    }
    if (place.isRobot()) {
      return stops.containsKey(place.id());
    }
    return place.out().isEmpty() || place.out().stream().anyMatch(next -> leadsTo(next, seen));
  }

  private void stop(Place robot) {
    var lists = robot.lists().values();
    boolean given = lists.isEmpty() || lists.stream().anyMatch(marks::on);
    if (given) {
      stops.put(robot.id(), marks.begun().contains(robot.id()) ? what(robot) : ahead(robot));
    }
  }

  private Stop ahead(Place robot) {
    return new Stop(robot.id(), robot.name(), Did.AHEAD, null, null, false);
  }

  private Stop what(Place robot) {
    var sets = marks.at(robot.id());
    var removed =
        sets.stream().map(Audience::ruleCode).filter(rule -> rule != null).findFirst().orElse(null);
    if (removed != null) {
      return at(robot, Did.LEFT, null, removed);
    }
    var send = marks.send(robot.id());
    if (send.isPresent()) {
      var state = send.get().state();
      return at(
          robot,
          SENT.contains(state) ? Did.CONTACTED : Did.NOT_CONTACTED,
          state,
          send.get().rule());
    }
    var names = sets.stream().map(Audience::name).collect(Collectors.toSet());
    if (names.contains("handed")) {
      return at(robot, Did.CONTACTED, "handed", null);
    }
    return names.isEmpty() ? nowhere(robot) : passed(robot, sets, names);
  }

  /** Control is where the way ends; elsewhere the newest set tells in which list it goes on. */
  private Stop passed(Place robot, List<Audience> sets, Set<String> names) {
    if (names.contains("control")) {
      return at(robot, Did.LEFT, "control", "HOLDOUT");
    }
    if (names.contains("notChosen")) {
      return at(robot, Did.LEFT, null, "NO_VALUE");
    }
    return at(robot, Did.WENT_ON, sets.getLast().name(), null);
  }

  private Stop nowhere(Place robot) {
    boolean pulls = "pull-audience".equals(robot.job()) || "apply-strategies".equals(robot.job());
    return at(robot, pulls ? Did.NOT_FOUND : Did.SEEN, null, null);
  }

  private Stop at(Place robot, Did did, @Nullable String set, @Nullable String reason) {
    return new Stop(robot.id(), robot.name(), did, set, reason, forecast.contains(robot.id()));
  }
}
