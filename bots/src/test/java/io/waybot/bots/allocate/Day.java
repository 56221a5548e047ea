package io.waybot.bots.allocate;

/** Builds small instances by name; an option uses one unit of a limit and some of the budget. */
final class Day {
  private final InstanceBuilder builder;
  private final int budget;
  private int treatments;

  Day(Limits limits) {
    this(limits, limits.size() - 1);
  }

  Day(Limits limits, int budget) {
    this.builder = new InstanceBuilder(limits, 4, 4);
    this.budget = budget;
  }

  Day customer(String key) {
    builder.unit().customer(KeyHash.of(key));
    return this;
  }

  /** Begins a household by its first member. */
  Day household(String first) {
    return customer(first);
  }

  Day member(String key) {
    builder.customer(KeyHash.of(key));
    return this;
  }

  Day option(double yuan, int limit) {
    return option(yuan, limit, 0);
  }

  Day option(double yuan, int limit, double costYuan) {
    var used = costYuan > 0 ? new int[] {limit, budget} : new int[] {limit};
    var amounts = costYuan > 0 ? new double[] {1, costYuan} : new double[] {1};
    builder.option(yuan, builder.kind(treatments++ % 64, used, amounts));
    return this;
  }

  Instance build() {
    return builder.build();
  }
}
