package io.waybot.bots.decide;

import java.util.Arrays;

/**
 * Turns prices into a plan within all capacities: who would lose most by a second choice goes
 * first, then moves and exchanges of two customers as long as they gain.
 */
final class PrimalRepair {
  private static final int PASSES = 8;
  private static final double SLACK = 1e-9;

  /** Customers looked at for exchanges in one plan: bounds the time, not the correctness. */
  private static final int LOOKS = 1_000_000;

  private final AllocationProblem problem;
  private final int[] chosen;
  private final double[] used;
  private int looks;

  PrimalRepair(AllocationProblem problem) {
    this.problem = problem;
    this.chosen = new int[problem.customers()];
    this.used = new double[problem.resources()];
  }

  /**
   * @param bound yuan that no plan exceeds, as proven by these prices
   */
  Allocation plan(double[] prices, double bound) {
    Arrays.fill(chosen, -1);
    Arrays.fill(used, 0);
    looks = LOOKS / Math.max(1, problem.customers());
    for (int customer : byRegret(prices)) {
      takeBest(customer, prices);
    }
    for (int pass = 0; pass < PASSES && improved(prices, bound - objective()); pass++) {}
    return new Allocation(
        chosen.clone(), prices, used.clone(), objective(), Double.POSITIVE_INFINITY);
  }

  private int[] byRegret(double[] prices) {
    int n = problem.customers();
    var regret = new double[n];
    for (int c = 0; c < n; c++) {
      double first = 0;
      double second = 0;
      for (int o = problem.optionStart()[c]; o < problem.optionStart()[c + 1]; o++) {
        double reduced = problem.reduced(o, prices);
        if (reduced > first) {
          second = first;
          first = reduced;
        } else if (reduced > second) {
          second = reduced;
        }
      }
      regret[c] = first - second;
    }
    var order = new Integer[n];
    Arrays.setAll(order, i -> i);
    Arrays.sort(
        order, (a, b) -> Double.compare(regret[b], regret[a])); // stable: ties stay in order
    return Arrays.stream(order).mapToInt(Integer::intValue).toArray();
  }

  private void takeBest(int customer, double[] prices) {
    int take = -1;
    double most = -SLACK;
    for (int o = problem.optionStart()[customer]; o < problem.optionStart()[customer + 1]; o++) {
      double reduced = problem.reduced(o, prices);
      if (problem.value()[o] > 0 && reduced > most && fits(o)) {
        most = reduced;
        take = o;
      }
    }
    put(customer, take);
  }

  private boolean improved(double[] prices, double missing) {
    boolean any = false;
    for (int c = 0; c < problem.customers(); c++) {
      for (int o = problem.optionStart()[c]; o < problem.optionStart()[c + 1]; o++) {
        double gain = problem.value()[o] - valueOf(chosen[c]);
        if (o != chosen[c]
            && gain > SLACK
            && (moved(c, o) || exchanged(c, o, gain, prices, missing))) {
          any = true;
        }
      }
    }
    return any;
  }

  private boolean moved(int customer, int option) {
    int before = chosen[customer];
    put(customer, -1);
    boolean fits = fits(option);
    put(customer, fits ? option : before);
    return fits;
  }

  /**
   * Gives {@code option} to the customer by moving one other customer who loses less than the gain.
   */
  private boolean exchanged(
      int customer, int option, double gain, double[] prices, double missing) {
    if (looks == 0 || bestReduced(customer, prices) - problem.reduced(option, prices) >= missing) {
      return false; // by duality no plan with such an option is better than what we have
    }
    looks--;
    int full = theOneFullResource(customer, option);
    if (full < 0) {
      return false;
    }
    int before = chosen[customer];
    put(customer, -1);
    for (int other = 0; other < problem.customers(); other++) {
      int theirs = chosen[other];
      if (other == customer || theirs < 0 || problem.usage(theirs, full) == 0) {
        continue;
      }
      put(other, -1);
      if (fits(option)) {
        put(customer, option);
        int second = bestFitting(other);
        if (valueOf(theirs) - valueOf(second) < gain - SLACK) {
          put(other, second);
          return true;
        }
        put(customer, -1);
      }
      put(other, theirs);
    }
    put(customer, before);
    return false;
  }

  private double bestReduced(int customer, double[] prices) {
    double most = 0;
    for (int o = problem.optionStart()[customer]; o < problem.optionStart()[customer + 1]; o++) {
      most = Math.max(most, problem.reduced(o, prices));
    }
    return most;
  }

  private int theOneFullResource(int customer, int option) {
    int before = chosen[customer];
    put(customer, -1);
    int full = -1;
    int count = 0;
    for (int u = problem.usageStart()[option]; u < problem.usageStart()[option + 1]; u++) {
      int r = problem.resource()[u];
      if (used[r] + problem.amount()[u] > problem.capacity()[r] + SLACK) {
        full = r;
        count++;
      }
    }
    put(customer, before);
    return count == 1 ? full : -1;
  }

  private int bestFitting(int customer) {
    int take = -1;
    for (int o = problem.optionStart()[customer]; o < problem.optionStart()[customer + 1]; o++) {
      if (problem.value()[o] > Math.max(0, valueOf(take)) && fits(o)) {
        take = o;
      }
    }
    return take;
  }

  private boolean fits(int option) {
    for (int u = problem.usageStart()[option]; u < problem.usageStart()[option + 1]; u++) {
      int r = problem.resource()[u];
      if (used[r] + problem.amount()[u] > problem.capacity()[r] + SLACK) {
        return false;
      }
    }
    return true;
  }

  private void put(int customer, int option) {
    add(chosen[customer], -1);
    chosen[customer] = option;
    add(option, 1);
  }

  private void add(int option, int sign) {
    if (option < 0) {
      return;
    }
    for (int u = problem.usageStart()[option]; u < problem.usageStart()[option + 1]; u++) {
      used[problem.resource()[u]] += sign * problem.amount()[u];
    }
  }

  private double valueOf(int option) {
    return option < 0 ? 0 : problem.value()[option];
  }

  private double objective() {
    double sum = 0;
    for (int option : chosen) {
      sum += valueOf(option);
    }
    return sum;
  }
}
