package io.waybot.runtime.rehearsal;

import io.waybot.runtime.journey.lint.Ways;
import io.waybot.runtime.journey.lint.Ways.Place;
import io.waybot.runtime.run.RunView;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.roaringbitmap.RoaringBitmap;

/** Writes counted lists on the lines of a drawing, by the same rule as a run's. */
class LiveLines {
  private final Ways ways;
  private final Set<String> behindWaits;
  private final LocalDate asOf;

  LiveLines(Ways ways, Set<String> behindWaits, LocalDate asOf) {
    this.ways = ways;
    this.behindWaits = behindWaits;
    this.asOf = asOf;
  }

  LiveCount of(CountedLists counted, boolean complete) {
    var steps = new ArrayList<RunView.Step>();
    var blocks = new ArrayList<RunPicture.Block>();
    for (var place : ways.places()) {
      var known = counted.at(place.id());
      if (known != null) {
        steps.add(step(place, counted, sizes(known.foresight().sets(), known.each())));
        blocks.add(block(place, sizes(known.foresight().removed(), known.each())));
      } else if (!behindWaits.contains(place.id()) && isGiven(place, counted)) {
        steps.add(step(place, counted, Map.of()));
      }
    }
    var flows =
        new FlowCounts(ways, steps, List.of())
            .byLine().entrySet().stream()
                .map(line -> new RunPicture.Flow(line.getKey(), line.getValue(), false))
                .toList();
    return new LiveCount(asOf, complete, flows, blocks);
  }

  private static boolean isGiven(Place place, CountedLists counted) {
    return !place.lists().isEmpty()
        && place.lists().values().stream().allMatch(list -> counted.find(list) != null);
  }

  /** As if the robot had done its step. */
  private static RunView.Step step(Place place, CountedLists counted, Map<String, Integer> out) {
    int in = 0;
    for (var name : place.lists().values()) {
      var list = counted.find(name);
      in += list == null ? 0 : list.size();
    }
    return new RunView.Step(
        place.id(), 1, String.valueOf(place.job()), "DONE", 1, Instant.EPOCH, null, in, out, null);
  }

  private static RunPicture.Block block(Place place, Map<String, Integer> removed) {
    removed.values().removeIf(customers -> customers == 0);
    return new RunPicture.Block(place.id(), "", 0, removed, BigDecimal.ZERO, false);
  }

  private static Map<String, Integer> sizes(Map<String, RoaringBitmap> sets, double each) {
    var sizes = new LinkedHashMap<String, Integer>();
    sets.forEach(
        (name, customers) -> sizes.put(name, (int) Math.round(customers.getCardinality() * each)));
    return sizes;
  }
}
