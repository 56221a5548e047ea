package io.waybot.bots.evaluate;

import org.hipparchus.distribution.continuous.NormalDistribution;
import org.hipparchus.stat.inference.ChiSquareTest;

/** The arithmetic of an experiment with two arms, by intention to treat. */
public final class UpliftEstimator {
  /** Below this the arms are not what was asked for, and no result should be believed. */
  public static final double SAMPLE_RATIO_ALARM = 0.001;

  private UpliftEstimator() {}

  /**
   * Difference of two proportions with its interval.
   *
   * @param uplift treatmentRate − controlRate; each rate is 0 for an empty arm
   */
  public record Effect(
      double treatmentRate,
      double controlRate,
      double uplift,
      double low,
      double high,
      double confidence) {

    /** Whether the interval leaves zero out. */
    public boolean shown() {
      return low > 0 || high < 0;
    }
  }

  /**
   * Newcombe's hybrid score interval: as good as Wald's on large arms, and still an interval where
   * an arm has no sale at all.
   *
   * <p>Source: Newcombe, "Interval estimation for the difference between independent proportions",
   * Statistics in Medicine 17 (1998), 873–890, method 10.
   *
   * @param confidence such as 0.95
   * @throws IllegalArgumentException if an arm has more converted than customers
   */
  public static Effect effect(
      int treatment, int treatmentConverted, int control, int controlConverted, double confidence) {
    double z = new NormalDistribution().inverseCumulativeProbability((1 + confidence) / 2);
    var treated = Proportion.of(treatment, treatmentConverted, z);
    var held = Proportion.of(control, controlConverted, z);
    double uplift = treated.rate - held.rate;
    return new Effect(
        treated.rate,
        held.rate,
        uplift,
        uplift - Math.hypot(treated.rate - treated.low, held.high - held.rate),
        uplift + Math.hypot(treated.high - treated.rate, held.rate - held.low),
        confidence);
  }

  /** A proportion with its Wilson interval; nothing known: 0 to 1. */
  private record Proportion(double rate, double low, double high) {
    static Proportion of(int customers, int converted, double z) {
      if (converted < 0 || converted > customers) {
        throw new IllegalArgumentException(converted + " of " + customers + " is no proportion");
      }
      if (customers == 0) {
        return new Proportion(0, 0, 1);
      }
      double n = customers;
      double p = converted / n;
      double z2 = z * z;
      double middle = (p + z2 / (2 * n)) / (1 + z2 / n);
      double half = z / (1 + z2 / n) * Math.sqrt(p * (1 - p) / n + z2 / (4 * n * n));
      return new Proportion(
          p, Math.max(0, Math.min(p, middle - half)), Math.min(1, Math.max(p, middle + half)));
    }
  }

  /**
   * How likely arms this uneven are by chance (chi-square, one degree of freedom); 1 where nothing
   * was to be held out or nobody was there.
   *
   * @param controlShare asked for, 0 to 1
   */
  public static double sampleRatioP(int treatment, int control, double controlShare) {
    int all = treatment + control;
    if (all == 0 || controlShare <= 0 || controlShare >= 1) {
      return 1;
    }
    return new ChiSquareTest()
        .chiSquareTest(
            new double[] {all * (1 - controlShare), all * controlShare},
            new long[] {treatment, control});
  }

  /**
   * Amounts of one arm over all its customers, most of whom brought nothing.
   *
   * @param squares sum of squared amounts per customer
   */
  public record Amounts(int customers, double sum, double squares) {
    Amounts and(Amounts other) {
      return new Amounts(customers + other.customers, sum + other.sum, squares + other.squares);
    }

    public double mean() {
      return customers == 0 ? 0 : sum / customers;
    }

    double varianceOfMean() {
      if (customers < 2) {
        return 0;
      }
      double variance = (squares - sum * sum / customers) / (customers - 1);
      return Math.max(0, variance) / customers;
    }
  }

  /**
   * Yuan that treatment brought beyond what control says it would have brought anyway: in all, or
   * per customer.
   */
  public record Caused(double yuan, double low, double high) {}

  /** Difference of means times the customers treated, with Welch's interval for large arms. */
  public static Caused caused(Amounts treatment, Amounts control, double confidence) {
    var per = difference(treatment, control, confidence);
    double n = treatment.customers();
    return new Caused(per.yuan() * n, per.low() * n, per.high() * n);
  }

  /**
   * Difference of means per customer with Welch's interval for large arms; 0 without anybody in
   * control.
   */
  public static Caused difference(Amounts treatment, Amounts control, double confidence) {
    double z = new NormalDistribution().inverseCumulativeProbability((1 + confidence) / 2);
    double per = control.customers() == 0 ? 0 : treatment.mean() - control.mean();
    double half = z * Math.sqrt(treatment.varianceOfMean() + control.varianceOfMean());
    return new Caused(per, per - half, per + half);
  }
}
