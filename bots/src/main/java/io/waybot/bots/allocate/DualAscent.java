package io.waybot.bots.allocate;

import java.util.Arrays;

/**
 * Moves prices towards the lowest bound at one temperature: proximal gradient steps, one length per
 * price from the curvature, with Nesterov's momentum that starts anew when it points uphill (Beck
 * and Teboulle, "A fast iterative shrinkage-thresholding algorithm", SIAM J. Imaging Sciences 2,
 * 2009; O'Donoghue and Candès, "Adaptive restart for accelerated gradient schemes", 2015).
 *
 * <p>A price above 0 holds a maximum, below 0 a minimum, whose penalty it never exceeds.
 */
final class DualAscent {
  /** How many of an option's limits may pull at one customer together. */
  private static final double SAFETY = 2;

  private final Sweep sweep;
  private final Limits limits;
  private final double[] largest;
  private final double scale;
  private final double[] ahead;
  private final double[] before;
  private final double[] steep;
  private final double[] reach;
  private final double[] lastMove;
  private double momentum;

  DualAscent(Sweep sweep, Limits limits, double[] largest, double scale) {
    this.sweep = sweep;
    this.limits = limits;
    this.largest = largest;
    this.scale = scale;
    this.ahead = new double[limits.size()];
    this.before = new double[limits.size()];
    this.steep = new double[limits.size()];
    this.reach = new double[limits.size()];
    this.lastMove = new double[limits.size()];
  }

  /** Takes {@code steps} steps; {@code prices} is where they begin and end. */
  void walk(double[] prices, double temperature, double jitter, int steps) {
    System.arraycopy(prices, 0, ahead, 0, prices.length);
    momentum = 1;
    for (int i = 0; i < steps; i++) {
      sweep.ask(ahead, temperature, jitter);
      System.arraycopy(prices, 0, before, 0, prices.length);
      double uphill = 0;
      for (int r = 0; r < prices.length; r++) {
        double steep = steepness(r, temperature);
        prices[r] = moved(r, steep, reach(r, temperature));
        lastMove[r] = prices[r] - before[r];
        uphill += steep * (ahead[r] - prices[r]) * (prices[r] - before[r]);
      }
      lookAhead(prices, uphill > 0);
    }
  }

  private double steepness(int r, double temperature) {
    double floor = 0.02 * largest[r] * Math.max(sweep.demand[r], 1) / scale;
    steep[r] = Math.max(0.8 * steep[r], SAFETY * Math.max(sweep.curvature[r] / temperature, floor));
    return steep[r] + 1e-12;
  }

  /**
   * How far a price may go in one step: some temperatures, more as long as it goes one way, for a
   * small sample may have left it far off.
   */
  private double reach(int r, double temperature) {
    double least = 3 * temperature / Math.max(largest[r], 1e-12);
    double direction = sweep.demand[r] - limits.maximum()[r];
    if (ahead[r] < 0) {
      direction = sweep.demand[r] - limits.minimum()[r];
    }
    boolean onwards = direction * lastMove[r] > 0;
    reach[r] = Math.max(least, reach[r] * (onwards ? 1.6 : 0.3));
    return reach[r];
  }

  private double moved(int r, double steep, double reach) {
    double wanted = ahead[r] + sweep.demand[r] / steep;
    double price = 0;
    if (wanted > limits.maximum()[r] / steep) {
      price = wanted - limits.maximum()[r] / steep;
    } else if (wanted < limits.minimum()[r] / steep) {
      price = wanted - limits.minimum()[r] / steep;
    }
    price = Math.clamp(price, ahead[r] - reach, ahead[r] + reach);
    return Math.max(price, limits.minimum()[r] > 0 ? -limits.penalty()[r] : 0);
  }

  private void lookAhead(double[] prices, boolean uphill) {
    if (uphill) {
      momentum = 1;
      System.arraycopy(prices, 0, ahead, 0, prices.length);
      return;
    }
    double next = (1 + Math.sqrt(1 + 4 * momentum * momentum)) / 2;
    double share = (momentum - 1) / next;
    Arrays.setAll(ahead, r -> prices[r] + share * (prices[r] - before[r]));
    momentum = next;
  }
}
