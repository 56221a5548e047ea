package io.waybot.bots.event;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How an event shows in what customers do in the app: a behaviour so often, and nothing bought. The
 * others are told by the system that sees them: a loan limit asked for, a ticket of the queue.
 *
 * @param hours how far before the business date the behaviour may lie
 * @param about values of the behaviour's attribute {@code searched}, one of which it must have;
 *     null: any behaviour counts
 */
record Habit(
    String code,
    String behaviour,
    int atLeast,
    int hours,
    boolean unlessBought,
    @Nullable List<String> about) {
  static final String BOUGHT = "B14";

  static final List<Habit> ALL =
      List.of(
          new Habit("E18", "B04", 3, 7 * 24, false, null),
          new Habit("E19", "B05", 1, 48, true, null),
          new Habit("E20", "B10", 1, 24, true, null),
          new Habit("E21", "B13", 1, 24, true, null),
          new Habit("E22", "B07", 1, 3 * 24, false, List.of("fund", "gold")));
}
