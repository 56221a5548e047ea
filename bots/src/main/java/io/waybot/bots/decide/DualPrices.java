package io.waybot.bots.decide;

import java.util.Arrays;

/**
 * Searches the resource prices with the lowest bound: exact steps along one price at a time, then
 * Polyak's sub-gradient where those stand still at a kink.
 *
 * <p>With the other prices fixed a customer wants a resource up to a threshold price, so the best
 * price is the threshold of the first customer who no longer fits: one sort per resource.
 */
final class DualPrices {
  private static final int SWEEPS = 4;
  private static final int SUBGRADIENT_STEPS = 25;

  private final AllocationProblem problem;
  private final double[] best;
  private double bound = Double.POSITIVE_INFINITY;
  private final double[] prices;
  private final double[] demand;
  private final int[][] users;
  private double step = 1.0;
  private int round;

  DualPrices(AllocationProblem problem) {
    this.problem = problem;
    this.prices = new double[problem.resources()];
    this.best = new double[problem.resources()];
    this.demand = new double[problem.resources()];
    this.users = users(problem);
    evaluate();
  }

  /** By resource, the customers with an option that uses it. */
  private static int[][] users(AllocationProblem problem) {
    var last = new int[problem.resources()];
    var count = new int[problem.resources()];
    var users = new int[problem.resources()][16];
    Arrays.fill(last, -1);
    for (int c = 0; c < problem.customers(); c++) {
      for (int u = problem.usageStart()[problem.optionStart()[c]];
          u < problem.usageStart()[problem.optionStart()[c + 1]];
          u++) {
        int r = problem.resource()[u];
        if (last[r] != c) {
          last[r] = c;
          if (count[r] == users[r].length) {
            users[r] = Arrays.copyOf(users[r], 2 * count[r]);
          }
          users[r][count[r]++] = c;
        }
      }
    }
    for (int r = 0; r < users.length; r++) {
      users[r] = Arrays.copyOf(users[r], count[r]);
    }
    return users;
  }

  /** Yuan per unit of each resource at the lowest bound found. */
  double[] best() {
    return best.clone();
  }

  /** Yuan that no plan exceeds. */
  double bound() {
    return bound;
  }

  /**
   * One round of searching; {@code target} is the value of the best plan known, a guide for steps.
   */
  void improve(double target) {
    round++;
    System.arraycopy(best, 0, prices, 0, best.length);
    for (int sweep = 0; sweep < SWEEPS; sweep++) {
      double before = bound;
      sweep();
      if (bound >= before - 1e-9 * Math.abs(before)) {
        break;
      }
    }
    for (int i = 0; i < SUBGRADIENT_STEPS; i++) {
      walk(target);
    }
    step /= 2;
  }

  private void sweep() {
    for (int resource = 0; resource < prices.length; resource++) {
      prices[resource] = bestPrice(resource);
    }
    evaluate();
  }

  private void walk(double target) {
    double value = evaluate();
    double norm = 0;
    for (int r = 0; r < prices.length; r++) {
      double slack = problem.capacity()[r] - demand[r];
      norm += prices[r] == 0 && slack > 0 ? 0 : slack * slack;
    }
    if (norm == 0) {
      return;
    }
    double length = step * Math.max(0, value - target) / norm;
    for (int r = 0; r < prices.length; r++) {
      prices[r] = Math.max(0, prices[r] - length * (problem.capacity()[r] - demand[r]));
    }
  }

  /** The bound at the current prices; fills {@link #demand}. */
  private double evaluate() {
    Arrays.fill(demand, 0);
    double value = 0;
    for (int r = 0; r < prices.length; r++) {
      value += prices[r] * problem.capacity()[r];
    }
    for (int c = 0; c < problem.customers(); c++) {
      int wanted = -1;
      double most = 0;
      for (int o = problem.optionStart()[c]; o < problem.optionStart()[c + 1]; o++) {
        double reduced = problem.reduced(o, prices);
        if (reduced > most) {
          most = reduced;
          wanted = o;
        }
      }
      value += most;
      if (wanted >= 0) {
        for (int u = problem.usageStart()[wanted]; u < problem.usageStart()[wanted + 1]; u++) {
          demand[problem.resource()[u]] += problem.amount()[u];
        }
      }
    }
    if (value < bound) {
      bound = value;
      System.arraycopy(prices, 0, best, 0, best.length);
    }
    return value;
  }

  private double bestPrice(int resource) {
    prices[resource] = 0;
    var thresholds = new double[users[resource].length];
    var units = new double[users[resource].length];
    int n = 0;
    for (int c : users[resource]) {
      double without = 0;
      double with = Double.NEGATIVE_INFINITY;
      double amount = 0;
      for (int o = problem.optionStart()[c]; o < problem.optionStart()[c + 1]; o++) {
        double reduced = problem.reduced(o, prices);
        double used = problem.usage(o, resource);
        if (used == 0) {
          without = Math.max(without, reduced);
        } else if (reduced > with) {
          with = reduced;
          amount = used;
        }
      }
      if (with > without) {
        thresholds[n] = (with - without) / amount;
        units[n++] = amount;
      }
    }
    return priceWhereDemandFits(thresholds, units, n, problem.capacity()[resource]);
  }

  /**
   * Every price from the first customer left out to the last one in is equally good alone; always
   * taking the same end would get stuck between two prices that must move together.
   */
  private double placeInBetween() {
    return round % 4 * 0.25;
  }

  private double priceWhereDemandFits(double[] thresholds, double[] units, int n, double capacity) {
    if (equalUnits(units, n)) {
      int fits = n == 0 ? 0 : (int) Math.min(n, Math.floor(capacity / units[0] + 1e-9));
      if (fits == n) {
        return 0;
      }
      Arrays.sort(thresholds, 0, n);
      double lowest = thresholds[n - 1 - fits];
      double highest = fits == 0 ? lowest : thresholds[n - fits];
      return lowest + placeInBetween() * (highest - lowest);
    }
    var order = new Integer[n];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, (a, b) -> Double.compare(thresholds[b], thresholds[a]));
    double used = 0;
    for (int i : order) {
      used += units[i];
      if (used > capacity + 1e-9) {
        return thresholds[i];
      }
    }
    return 0;
  }

  private static boolean equalUnits(double[] units, int n) {
    for (int i = 1; i < n; i++) {
      if (units[i] != units[0]) {
        return false;
      }
    }
    return true;
  }
}
