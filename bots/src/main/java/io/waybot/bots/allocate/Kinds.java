package io.waybot.bots.allocate;

import java.util.Arrays;

/**
 * The different things an option can be: a treatment with all it uses. A million customers have
 * twenty million options but only some hundred kinds, so prices are added up per kind, not per
 * option.
 *
 * <p>Kind k uses {@code amount[u]} of {@code limit[u]} for u in {@code start[k] … start[k + 1] −
 * 1}.
 */
final class Kinds {
  final int[] treatment;
  final int[] advantage;
  final int[] start;
  final int[] limit;
  final double[] amount;

  Kinds(int[] treatment, int[] advantage, int[] start, int[] limit, double[] amount) {
    this.treatment = treatment;
    this.advantage = advantage;
    this.start = start;
    this.limit = limit;
    this.amount = amount;
  }

  int size() {
    return treatment.length;
  }

  /** How much of {@code wanted} a kind uses; 0 if none. */
  double usage(int kind, int wanted) {
    for (int u = start[kind]; u < start[kind + 1]; u++) {
      if (limit[u] == wanted) {
        return amount[u];
      }
    }
    return 0;
  }

  /**
   * What each kind pays; infinite where one alone is more than all there is.
   *
   * @param jitter yuan that each level of priority is let off, to settle ties
   */
  double[] pay(double[] prices, Limits limits, double jitter) {
    var pay = new double[size()];
    for (int k = 0; k < pay.length; k++) {
      pay[k] = -jitter * advantage[k];
      for (int u = start[k]; u < start[k + 1]; u++) {
        pay[k] +=
            tooMuch(amount[u], limits.maximum()[limit[u]])
                ? Double.POSITIVE_INFINITY
                : prices[limit[u]] * amount[u];
      }
    }
    return pay;
  }

  /** Of something that is used up the price tells what one unit would be worth. */
  private static boolean tooMuch(double units, double maximum) {
    return maximum > 0 && units > maximum;
  }

  void addUse(int kind, double times, double[] use) {
    for (int u = start[kind]; u < start[kind + 1]; u++) {
      use[limit[u]] += times * amount[u];
    }
  }

  /** The largest amount of each limit that one option uses. */
  double[] largest(int limits) {
    var largest = new double[limits];
    for (int u = 0; u < limit.length; u++) {
      largest[limit[u]] = Math.max(largest[limit[u]], amount[u]);
    }
    return largest;
  }

  /** One spoiling number per kind for {@link Jitter}; kinds of one treatment share it. */
  int[] salts() {
    return Arrays.stream(treatment).map(code -> Jitter.mix(code + 0x7F4A7C15)).toArray();
  }
}
