package io.waybot.bots.allocate;

import java.util.Arrays;

/** Who has got what so far, and what that uses. */
final class Plan {
  private static final double SLACK = 1e-9;

  final Instance instance;
  final int[] chosen;
  final double[] used;
  private final double[] highest;
  private final double[] lowest;

  Plan(Instance instance) {
    this.instance = instance;
    this.chosen = new int[instance.units()];
    this.used = new double[instance.limits.size()];
    Arrays.fill(chosen, -1);
    this.highest =
        Arrays.stream(instance.limits.maximum()).map(m -> m + SLACK * Math.max(1, m)).toArray();
    this.lowest =
        Arrays.stream(instance.limits.minimum()).map(m -> m - SLACK * Math.max(1, m)).toArray();
  }

  double value(int option) {
    return option < 0 ? 0 : instance.value[option];
  }

  double objective() {
    double sum = 0;
    for (int option : chosen) {
      sum += value(option);
    }
    return sum;
  }

  double afterPenalties() {
    double value = objective();
    for (int r = 0; r < used.length; r++) {
      value -= instance.limits.penalty()[r] * missing(r);
    }
    return value;
  }

  /** Units missing of a minimum; 0: it is met. */
  double missing(int limit) {
    return used[limit] >= lowest[limit] ? 0 : instance.limits.minimum()[limit] - used[limit];
  }

  /** The same of all minima together. */
  double missing() {
    return Arrays.stream(allMissing()).sum();
  }

  double[] allMissing() {
    var missing = new double[used.length];
    Arrays.setAll(missing, this::missing);
    return missing;
  }

  boolean fits(int option) {
    return fitsKind(instance.kind[option]);
  }

  boolean fitsKind(int k) {
    var kinds = instance.kinds;
    for (int u = kinds.start[k]; u < kinds.start[k + 1]; u++) {
      if (used[kinds.limit[u]] + kinds.amount[u] > highest[kinds.limit[u]]) {
        return false;
      }
    }
    return true;
  }

  /** A limit that has no room for the option; −1: it fits. */
  int full(int option) {
    var kinds = instance.kinds;
    int k = instance.kind[option];
    for (int u = kinds.start[k]; u < kinds.start[k + 1]; u++) {
      if (used[kinds.limit[u]] + kinds.amount[u] > highest[kinds.limit[u]]) {
        return kinds.limit[u];
      }
    }
    return -1;
  }

  void put(int unit, int option) {
    add(chosen[unit], -1);
    chosen[unit] = option;
    add(option, 1);
  }

  /**
   * Gives the unit this option, −1 for none, instead of what it has, unless that breaks a maximum
   * or takes from a minimum what it needs.
   */
  boolean change(int unit, int option) {
    int before = chosen[unit];
    put(unit, -1);
    if ((option < 0 || fits(option)) && spares(before, option)) {
      put(unit, option);
      return true;
    }
    put(unit, before);
    return false;
  }

  /** Whether no minimum misses the option given up; the new one may make up for it. */
  private boolean spares(int given, int option) {
    if (given < 0) {
      return true;
    }
    var kinds = instance.kinds;
    int k = instance.kind[given];
    for (int u = kinds.start[k]; u < kinds.start[k + 1]; u++) {
      int r = kinds.limit[u];
      double back = option < 0 ? 0 : kinds.usage(instance.kind[option], r);
      if (back < kinds.amount[u] && used[r] + back < lowest[r]) {
        return false;
      }
    }
    return true;
  }

  private void add(int option, int times) {
    if (option >= 0) {
      instance.kinds.addUse(instance.kind[option], times, used);
    }
  }
}
