package io.waybot.bots.allocate;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;

/** Those who use a full limit and would lose least by leaving it, found once per limit. */
final class Leavers {
  private final Plan plan;
  private final Instance instance;
  private final Pricing pricing;
  private final Map<Integer, ArrayDeque<Leaver>> byLimit = new HashMap<>();
  private double left;

  Leavers(Plan plan, Pricing pricing) {
    this.plan = plan;
    this.instance = plan.instance;
    this.pricing = pricing;
  }

  private record Leaver(int unit, int option, double loss) {}

  /**
   * Lets others leave until the option fits the unit; if it never does, they come back.
   *
   * @param mayLose yuan that they may lose together
   */
  boolean makeRoom(int unit, int option, double mayLose) {
    var undo = new ArrayDeque<Leaver>();
    left = mayLose;
    int before = plan.chosen[unit];
    plan.put(unit, -1);
    int full = plan.full(option);
    while (full >= 0 && undo.size() < 8 && leaves(full, unit, undo)) {
      full = plan.full(option);
    }
    plan.put(unit, before);
    if (full < 0 && plan.change(unit, option)) {
      return true;
    }
    undo.forEach(gone -> plan.put(gone.unit(), gone.option()));
    return false;
  }

  private boolean leaves(int limit, int except, ArrayDeque<Leaver> undo) {
    var queue = byLimit.computeIfAbsent(limit, this::queue);
    while (!queue.isEmpty() && queue.getFirst().loss() <= left) {
      var next = queue.removeFirst();
      int before = plan.chosen[next.unit()];
      if (next.unit() != except
          && before >= 0
          && instance.usage(before, limit) > 0
          && plan.change(next.unit(), next.option())) {
        undo.addFirst(new Leaver(next.unit(), before, 0));
        left -= next.loss();
        return true;
      }
    }
    return false;
  }

  private ArrayDeque<Leaver> queue(int limit) {
    var moves = new Moves();
    for (int unit = 0; unit < instance.units(); unit++) {
      int now = plan.chosen[unit];
      if (now < 0 || instance.usage(now, limit) == 0) {
        continue;
      }
      double reduced = pricing.reduced(unit, now);
      moves.add(unit, -1, reduced);
      for (int o = instance.unitOption(unit); o < instance.unitOption(unit + 1); o++) {
        double loss = reduced - pricing.reduced(unit, o);
        if (instance.usage(o, limit) == 0 && loss < reduced) {
          moves.add(unit, o, loss);
        }
      }
    }
    var queue = new ArrayDeque<Leaver>();
    moves.cheapestFirst((unit, option, loss) -> queue.add(new Leaver(unit, option, loss)));
    return queue;
  }
}
