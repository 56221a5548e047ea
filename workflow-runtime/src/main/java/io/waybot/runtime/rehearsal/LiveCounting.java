package io.waybot.runtime.rehearsal;

import io.waybot.bots.RobotContext;
import io.waybot.bots.RobotFailure;
import io.waybot.runtime.journey.lint.Ways;
import io.waybot.runtime.journey.lint.Ways.Place;
import io.waybot.runtime.rehearsal.CountedLists.Known;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;
import tools.jackson.core.JacksonException;

/** One counting of one drawing, block after block in the order of a run. */
class LiveCounting {
  private final Ways ways;
  private final RobotContext context;
  private final String data;
  private final ForetoldStep robots;
  private final Map<String, Known> memory;
  private final CountedLists counted = new CountedLists();

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
    var lines = new LiveLines(ways, behind, context.businessDate());
    for (var place : ways.places()) {
      if (!wanted.getAsBoolean()) {
        return;
      }
      if (!behind.contains(place.id()) && robots.canCount(place) && count(place)) {
        told.accept(lines.of(counted, false));
      }
    }
    if (wanted.getAsBoolean()) {
      told.accept(lines.of(counted, true));
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
      counted.add(place.id(), known);
      return false;
    }
    var lists = new HashMap<String, RoaringBitmap>();
    double each = 1;
    for (var field : place.lists().entrySet()) {
      var list = counted.find(field.getValue());
      if (list != null) {
        var sample = Sample.of(list.customers());
        lists.put(field.getKey(), sample.customers());
        each = Math.max(each, sample.each() * list.each());
      }
    }
    try {
      var fresh = new Known(key, robots.of(place, lists, context), each);
      memory.put(key, fresh);
      counted.add(place.id(), fresh);
      return true;
    } catch (RobotFailure | JacksonException unfinished) {
      return false; // lint says what is missing; there is nothing to count yet
    }
  }

  /** Null while a list that the block needs is not known. */
  private @Nullable String key(Place place) {
    var key = new StringBuilder(data).append('/').append(place.job());
    for (var field : new TreeMap<>(place.inputs()).entrySet()) {
      key.append('/').append(field.getKey()).append('=');
      var name = place.lists().get(field.getKey());
      if (name == null) {
        key.append(field.getValue());
        continue;
      }
      var list = counted.find(name);
      if (list == null) {
        return null;
      }
      key.append(list.key());
    }
    return key.toString();
  }
}
