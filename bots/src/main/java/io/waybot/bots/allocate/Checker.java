package io.waybot.bots.allocate;

import java.util.ArrayList;
import java.util.List;

/**
 * Verifies an answer from the instance alone, sharing no code with the search: every choice is the
 * unit's own, every maximum is kept, every minimum is met or its shortfall declared, the sums are
 * as stated and the bound is not below the value.
 */
public final class Checker {
  private static final double TOLERANCE = 1e-6;

  private Checker() {}

  /** One sentence for each violation; empty: the answer holds. */
  public static List<String> violations(Instance instance, Allocation answer) {
    var found = new ArrayList<String>();
    if (answer.chosen().length != instance.units()) {
      return List.of("the answer is about other units");
    }
    var used = new double[instance.limits().size()];
    double value = 0;
    for (int unit = 0; unit < instance.units(); unit++) {
      int option = answer.chosen()[unit];
      if (option < -1 || option >= 0 && !owns(instance, unit, option)) {
        found.add("unit " + unit + " has option " + option + " of somebody else");
      } else if (option >= 0) {
        value += instance.value(option);
        instance.addUse(option, used);
      }
    }
    checkLimits(instance.limits(), used, answer, found);
    if (Math.abs(value - answer.objective()) > TOLERANCE * Math.max(1, Math.abs(value))) {
      found.add("the value is " + value + ", not " + answer.objective());
    }
    if (answer.upperBound() < value - TOLERANCE * Math.max(1, Math.abs(value))) {
      found.add("the bound " + answer.upperBound() + " is below the value " + value);
    }
    return found;
  }

  private static boolean owns(Instance instance, int unit, int option) {
    return option >= instance.firstOption(instance.firstCustomer(unit))
        && option < instance.firstOption(instance.firstCustomer(unit + 1));
  }

  private static void checkLimits(
      Limits limits, double[] used, Allocation answer, List<String> found) {
    for (int r = 0; r < used.length; r++) {
      double most = limits.maximum()[r];
      double least = limits.minimum()[r] - answer.missing()[r];
      if (used[r] > most + TOLERANCE * Math.max(1, most)) {
        found.add("limit " + r + " uses " + used[r] + " of " + most);
      }
      if (used[r] < least - TOLERANCE * Math.max(1, least)) {
        found.add("limit " + r + " uses " + used[r] + ", below its minimum " + least);
      }
    }
  }
}
