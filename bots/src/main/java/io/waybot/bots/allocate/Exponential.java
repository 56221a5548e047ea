package io.waybot.bots.allocate;

/**
 * eˣ for x ≤ 0 out of additions and multiplications only, so that every machine gives the same
 * bits, which {@link Math#exp} does not promise. Relative error below 1e-9.
 */
final class Exponential {
  private static final double LOG2E = 1.4426950408889634;
  private static final double LN2 = 0.6931471805599453;
  private static final double ROUND = 0x1.8p52;

  private Exponential() {}

  static double of(double x) {
    if (x < -700) {
      return 0;
    }
    double whole = x * LOG2E + ROUND - ROUND;
    double r = (x * LOG2E - whole) * LN2;
    double p =
        1
            + r
                * (1
                    + r
                        * (1 / 2.0
                            + r
                                * (1 / 6.0
                                    + r
                                        * (1 / 24.0
                                            + r
                                                * (1 / 120.0
                                                    + r
                                                        * (1 / 720.0
                                                            + r * (1 / 5040.0 + r / 40320.0)))))));
    return Double.longBitsToDouble(((long) whole + 1023) << 52) * p;
  }
}
