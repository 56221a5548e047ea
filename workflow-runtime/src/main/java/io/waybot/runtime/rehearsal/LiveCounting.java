package io.waybot.runtime.rehearsal;

import io.waybot.bots.Foretelling.Foresight;
import io.waybot.bots.RobotContext;
import io.waybot.bots.RobotFailure;
import io.waybot.runtime.journey.lint.Ways;
import io.waybot.runtime.journey.lint.Ways.Place;
import io.waybot.runtime.run.RunView;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;
import tools.jackson.core.JacksonException;

/** One counting of one drawing, block after block in the order of a run. */
class LiveCounting {
  /**
   * What was counted, under everything that it depends on.
   *
   * @param each customers of the list that one counted customer stands for: above 1 for a sample
   */
  record Known(String key, Foresight foresight, double each) {}

  private final Ways ways;
  private final RobotContext context;
  private final String data;
  private final ForetoldStep robots;
  private final Map<String, Known> memory;
  private final Map<String, Known> counted = new LinkedHashMap<>();

  /**
   * @param data says which data and settings are counted: other data, other numbers
   * @param memory of earlier countings, by key; what is new is added
   */
  LiveCounting(
      Ways ways,
      RobotContext context,
      String data,
      ForetoldStep robots,
      Map<String, Known> memory) {
    this.ways = ways;
    this.context = context;
    this.data = data;
    this.robots = robots;
    this.memory = memory;
  }

  /**
   * @param wanted asked before each block: false ends the counting
   * @param told what is known so far, after each block that had to be counted and at the end
   */
  void run(BooleanSupplier wanted, Consumer<LiveCount> told) {
    var behind = ways.behindWaits();
    for (var place : ways.places()) {
      if (!wanted.getAsBoolean()) {
        return;
      }
      if (!behind.contains(place.id()) && robots.canCount(place) && count(place)) {
        told.accept(picture(false, behind));
      }
    }
    if (wanted.getAsBoolean()) {
      told.accept(picture(true, behind));
    }
  }

  /** Whether something new was counted. */
  private boolean count(Place place) {
    var key = key(place);
    if (key == null) {
      return false;
    }
    var known = memory.get(key);
    if (known != null) {
      counted.put(place.id(), known);
      return false;
    }
    var lists = new HashMap<String, RoaringBitmap>();
    double each = 1;
    for (var field : place.lists().entrySet()) {
      var sample = Sample.of(list(field.getValue()));
      lists.put(field.getKey(), sample.customers());
      each = Math.max(each, sample.each() * each(field.getValue()));
    }
    try {
      var fresh = new Known(key, robots.of(place, lists, context), each);
      memory.put(key, fresh);
      counted.put(place.id(), fresh);
      return true;
    } catch (RobotFailure | JacksonException unfinished) {
      return false; // lint says what is missing; there is nothing to count yet
    }
  }

  /** Null while a list that the block needs is not known. */
  private @Nullable String key(Place place) {
    var key = new StringBuilder(data).append('/').append(place.job());
    for (var field : new TreeMap<>(place.inputs()).entrySet()) {
      var list = place.lists().get(field.getKey());
      if (list == null) {
        key.append('/').append(field.getKey()).append('=').append(field.getValue());
        continue;
      }
      var before = counted.get(block(list));
      if (before == null || !before.foresight().sets().containsKey(set(list))) {
        return null;
      }
      key.append('/').append(field.getKey()).append("=(").append(before.key()).append(").");
      key.append(set(list));
    }
    return key.toString();
  }

  private RoaringBitmap list(String list) {
    var known = counted.get(block(list));
    var customers = known == null ? null : known.foresight().sets().get(set(list));
    if (customers == null) {
      throw new IllegalArgumentException("list " + list + " is not known");
    }
    return customers;
  }

  private double each(String list) {
    var known = counted.get(block(list));
    return known == null ? 1 : known.each();
  }

  private LiveCount picture(boolean complete, Set<String> behind) {
    var steps = new ArrayList<RunView.Step>();
    var blocks = new ArrayList<RunPicture.Block>();
    for (var place : ways.places()) {
      var known = counted.get(place.id());
      if (known != null) {
        steps.add(step(place, known.foresight(), known.each()));
        blocks.add(block(place, known));
      } else if (!behind.contains(place.id()) && listsKnown(place)) {
        steps.add(step(place, new Foresight(Map.of(), Map.of()), 1));
      }
    }
    var flows =
        new FlowCounts(ways, steps, List.of())
            .byLine().entrySet().stream()
                .map(line -> new RunPicture.Flow(line.getKey(), line.getValue(), false))
                .toList();
    return new LiveCount(context.businessDate(), complete, flows, blocks);
  }

  private boolean listsKnown(Place place) {
    return !place.lists().isEmpty()
        && place.lists().values().stream()
            .allMatch(list -> {
              var known = counted.get(block(list));
              return known != null && known.foresight().sets().containsKey(set(list));
            });
  }

  private RunView.Step step(Place place, Foresight foresight, double each) {
    int in =
        place.lists().values().stream()
            .mapToInt(list -> (int) Math.round(list(list).getCardinality() * each(list)))
            .sum();
    return new RunView.Step(
        place.id(),
        1,
        String.valueOf(place.job()),
        "DONE",
        1,
        Instant.EPOCH,
        null,
        in,
        sizes(foresight.sets(), each),
        null);
  }

  private static RunPicture.Block block(Place place, Known known) {
    var removed = sizes(known.foresight().removed(), known.each());
    removed.values().removeIf(customers -> customers == 0);
    return new RunPicture.Block(place.id(), "", 0, removed, BigDecimal.ZERO, false);
  }

  private static Map<String, Integer> sizes(Map<String, RoaringBitmap> sets, double each) {
    var sizes = new LinkedHashMap<String, Integer>();
    sets.forEach(
        (name, customers) -> sizes.put(name, (int) Math.round(customers.getCardinality() * each)));
    return sizes;
  }

  private static String block(String list) {
    return list.substring(0, list.indexOf('.'));
  }

  private static String set(String list) {
    return list.substring(list.indexOf('.') + 1);
  }
}
