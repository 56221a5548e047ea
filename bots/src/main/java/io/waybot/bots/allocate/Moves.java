package io.waybot.bots.allocate;

import java.util.Arrays;

/** Things that could be done, cheapest first; equally cheap ones in the order they were added. */
final class Moves {
  private long[] keys = new long[1024];
  private int[] units = new int[1024];
  private int[] options = new int[1024];
  private int size;

  /**
   * @param loss yuan, at least 0
   */
  void add(int unit, int option, double loss) {
    if (size == units.length) {
      keys = Arrays.copyOf(keys, 2 * size);
      units = Arrays.copyOf(units, 2 * size);
      options = Arrays.copyOf(options, 2 * size);
    }
    keys[size] = (long) Float.floatToIntBits((float) Math.max(0, loss) + 0f) << 32 | size;
    units[size] = unit;
    options[size++] = option;
  }

  boolean isEmpty() {
    return size == 0;
  }

  /** Takes a move; answers whether to go on. */
  @FunctionalInterface
  interface Taker {
    boolean take(int unit, int option, double loss);
  }

  void cheapestFirst(Taker taker) {
    Arrays.parallelSort(keys, 0, size);
    for (int i = 0; i < size; i++) {
      int at = (int) keys[i];
      if (!taker.take(units[at], options[at], Float.intBitsToFloat((int) (keys[i] >>> 32)))) {
        return;
      }
    }
  }
}
