package io.waybot.bots.allocate;

import java.util.Arrays;

/**
 * What is limited: texts of a day, leads of a sub-branch, customers per product, yuan of a budget.
 *
 * @param minimum units that should be used; 0: none wanted
 * @param maximum units that may be used; at least the minimum, infinite: no limit
 * @param penalty yuan that a missing unit of a minimum may cost at most; the minimum gives way when
 *     meeting it would cost more
 */
public record Limits(double[] minimum, double[] maximum, double[] penalty) {

  /**
   * @throws IllegalArgumentException if the shapes differ, a number is missing or negative, or a
   *     maximum is below its minimum
   */
  public Limits {
    require(minimum.length == maximum.length && penalty.length == maximum.length, "shapes differ");
    for (int r = 0; r < maximum.length; r++) {
      require(minimum[r] >= 0 && Double.isFinite(minimum[r]), "a minimum is not a number");
      require(maximum[r] >= minimum[r], "a maximum is below its minimum or not a number");
      require(penalty[r] >= 0 && Double.isFinite(penalty[r]), "a penalty is not a number");
    }
  }

  /** Nothing but maxima. */
  public static Limits atMost(double... maximum) {
    return new Limits(new double[maximum.length], maximum, new double[maximum.length]);
  }

  public int size() {
    return maximum.length;
  }

  /** The same minima and maxima, for an answer's share of all customers. */
  Limits scaled(double share) {
    return new Limits(
        Arrays.stream(minimum).map(units -> units * share).toArray(),
        Arrays.stream(maximum).map(units -> units * share).toArray(),
        penalty);
  }

  /**
   * What a limit adds to the bound at this price: the maximum is paid for, the minimum paid out.
   */
  double worth(int limit, double price) {
    if (price > 0) {
      return price * maximum[limit];
    }
    return price < 0 ? price * minimum[limit] : 0;
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalArgumentException(otherwise);
    }
  }
}
