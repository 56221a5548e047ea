package io.waybot.bots.decide;

import java.util.Arrays;

/**
 * At most one option per customer, every resource at most its capacity, the sum of values largest.
 *
 * <p>Customer c owns the options {@code optionStart[c] … optionStart[c + 1] − 1}; option o uses
 * {@code amount[u]} of {@code resource[u]} for u in {@code usageStart[o] … usageStart[o + 1] − 1}.
 * Customers stand in the order that settles ties, so the same customers give the same plan however
 * they were read.
 *
 * @param value yuan; shape [options]; finite, options of no value are allowed and never chosen
 * @param amount units per option and resource, more than 0: one send, one lead, the cost in yuan
 * @param capacity units; shape [resources]; at least 0
 */
record AllocationProblem(
    int[] optionStart,
    double[] value,
    int[] usageStart,
    int[] resource,
    double[] amount,
    double[] capacity) {

  int customers() {
    return optionStart.length - 1;
  }

  int options() {
    return value.length;
  }

  int resources() {
    return capacity.length;
  }

  /** What one option earns after paying the prices of everything it uses. */
  double reduced(int option, double[] prices) {
    double rest = value[option];
    for (int u = usageStart[option]; u < usageStart[option + 1]; u++) {
      rest -= prices[resource[u]] * amount[u];
    }
    return rest;
  }

  /** How much of {@code wanted} one option uses; 0 if none. */
  double usage(int option, int wanted) {
    for (int u = usageStart[option]; u < usageStart[option + 1]; u++) {
      if (resource[u] == wanted) {
        return amount[u];
      }
    }
    return 0;
  }

  /** Builds a problem customer by customer. */
  static final class Builder {
    private final double[] capacity;
    private int[] optionStart = new int[1024];
    private double[] value = new double[4096];
    private int[] usageStart = new int[4096];
    private int[] resource = new int[8192];
    private double[] amount = new double[8192];
    private int customers;
    private int options;
    private int usages;

    Builder(double[] capacity) {
      for (double units : capacity) {
        require(units >= 0, "a capacity is negative or not a number");
      }
      this.capacity = capacity.clone();
    }

    /** Begins the next customer, whose options follow. */
    Builder customer() {
      optionStart = room(optionStart, customers + 1);
      optionStart[customers++] = options;
      return this;
    }

    /** One option of the current customer; its usages follow. */
    Builder option(double yuan) {
      require(Double.isFinite(yuan), "a value is not finite");
      value = room(value, options);
      usageStart = room(usageStart, options + 1);
      value[options] = yuan;
      usageStart[options++] = usages;
      return this;
    }

    /** The current option uses {@code units} of a resource. */
    Builder uses(int wanted, double units) {
      require(units > 0 && Double.isFinite(units), "a usage is not positive");
      resource = room(resource, usages);
      amount = room(amount, usages);
      resource[usages] = wanted;
      amount[usages++] = units;
      return this;
    }

    AllocationProblem build() {
      optionStart = Arrays.copyOf(optionStart, customers + 1);
      optionStart[customers] = options;
      usageStart = Arrays.copyOf(usageStart, options + 1);
      usageStart[options] = usages;
      return new AllocationProblem(
          optionStart,
          Arrays.copyOf(value, options),
          usageStart,
          Arrays.copyOf(resource, usages),
          Arrays.copyOf(amount, usages),
          capacity);
    }

    private static int[] room(int[] array, int index) {
      return index < array.length ? array : Arrays.copyOf(array, 2 * array.length);
    }

    private static double[] room(double[] array, int index) {
      return index < array.length ? array : Arrays.copyOf(array, 2 * array.length);
    }

    private static void require(boolean holds, String otherwise) {
      if (!holds) {
        throw new IllegalArgumentException(otherwise);
      }
    }
  }
}
