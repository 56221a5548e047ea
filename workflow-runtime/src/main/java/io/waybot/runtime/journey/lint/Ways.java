package io.waybot.runtime.journey.lint;

import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The blocks and lines of a drawing for those who follow a run on it, in the order of a run. */
public final class Ways {
  private final Map<String, Place> places = new LinkedHashMap<>();

  Ways(Drawing drawing) {
    drawing.steps().forEach(step -> places.put(step.id(), place(step)));
  }

  /** A line between two blocks. */
  public record Line(String id, String from, String to) {}

  /**
   * A block.
   *
   * @param type BPMN's name: {@code serviceTask}, {@code parallelGateway}
   * @param job job type of a robot; null for everything else
   * @param inputs field to value as in the file: literal, or FEEL with a leading {@code =}
   * @param pause how long a wait takes, ISO 8601 or {@code B3}; null for none
   */
  public record Place(
      String id,
      String type,
      String name,
      @Nullable String job,
      Map<String, String> inputs,
      boolean waits,
      @Nullable String pause,
      List<Line> out,
      List<Line> in) {
    public boolean isRobot() {
      return job != null;
    }

    /** Lets several ways go on. */
    public boolean forks() {
      return type.endsWith("Gateway") && out.size() > 1;
    }

    /** The lists the block is given: field to {@code element.set}. */
    public Map<String, String> lists() {
      var lists = new LinkedHashMap<String, String>();
      inputs.forEach((field, source) -> {
        if (source.matches("=\\s*\\w+\\.\\w+\\s*")) {
          lists.put(field, source.substring(1).strip());
        }
      });
      return lists;
    }
  }

  public List<Place> places() {
    return List.copyOf(places.values());
  }

  public @Nullable Place find(String id) {
    return places.get(id);
  }

  /** Blocks that come after a wait. */
  public Set<String> behindWaits() {
    var behind = new HashSet<String>();
    var open = new ArrayDeque<Place>();
    places.values().stream().filter(Place::waits).forEach(open::add);
    while (!open.isEmpty()) {
      for (var line : open.remove().out()) {
        var next = places.get(line.to());
        if (next != null && behind.add(next.id())) {
          open.add(next);
        }
      }
    }
    return behind;
  }

  private static Place place(Step step) {
    return new Place(
        step.id(),
        step.type(),
        step.label(),
        step.job(),
        Map.copyOf(step.inputs()),
        step.isWait(),
        step.pause(),
        lines(step.outgoing()),
        lines(step.incoming()));
  }

  private static List<Line> lines(List<Step.Flow> flows) {
    return flows.stream().map(flow -> new Line(flow.id(), flow.from(), flow.to())).toList();
  }
}
