package io.waybot.demo.bank;

import java.util.Arrays;

/**
 * Deals customers into parts of an exact size: quotas, where independent draws would only give
 * expectations.
 */
final class Deck {
  private static final int LOW_BITS = 21;

  private Deck() {}

  /**
   * Sorts the set by the stream and cuts it into consecutive parts.
   *
   * @return one part for each size and a last one with the rest; a part is shorter where the set
   *     ends
   */
  static int[][] cut(int[] set, String stream, int... sizes) {
    var sorted = sorted(set, stream);
    var parts = new int[sizes.length + 1][];
    int from = 0;
    for (int i = 0; i < parts.length; i++) {
      int to = i < sizes.length ? Math.min(sorted.length, from + sizes[i]) : sorted.length;
      parts[i] = Arrays.copyOfRange(sorted, from, to);
      from = to;
    }
    return parts;
  }

  static int[] deal(int count, int[] set, String stream) {
    return cut(set, stream, count)[0];
  }

  /**
   * Sorts packed longs (the number's upper bits, then the position), then settles ties of the upper
   * bits.
   */
  private static int[] sorted(int[] set, String stream) {
    if (set.length >= 1 << LOW_BITS) {
      throw new IllegalArgumentException("at most " + ((1 << LOW_BITS) - 1) + " customers");
    }
    var dice = Dice.of(stream);
    var packed = new long[set.length];
    for (int i = 0; i < set.length; i++) {
      packed[i] = dice.bits(set[i]) >>> (LOW_BITS - 10) << LOW_BITS | i;
    }
    Arrays.sort(packed);
    var sorted = new int[set.length];
    for (int i = 0; i < set.length; i++) {
      int n = set[(int) (packed[i] & ((1 << LOW_BITS) - 1))];
      int at = i;
      while (at > 0
          && packed[i] >>> LOW_BITS == packed[at - 1] >>> LOW_BITS
          && before(dice, n, sorted[at - 1])) {
        sorted[at] = sorted[at - 1];
        at--;
      }
      sorted[at] = n;
    }
    return sorted;
  }

  private static boolean before(Dice dice, int one, int other) {
    return dice.bits(one) < dice.bits(other);
  }
}
