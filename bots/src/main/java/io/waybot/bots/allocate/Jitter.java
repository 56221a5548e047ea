package io.waybot.bots.allocate;

/**
 * A grain of value by customer and treatment that settles ties, the same for any order of rows and
 * any number of threads. Ties are many: a model of trees gives thousands of customers one score.
 */
final class Jitter {
  private static final double UNIT = 0x1p-24;

  private Jitter() {}

  /** From 0 inclusive to 1 exclusive. */
  static double unit(int customerHash, int salt) {
    int x = (customerHash ^ salt) * 0x9E3779B1;
    x ^= x >>> 15;
    x *= 0x85EBCA6B;
    x ^= x >>> 13;
    return (x >>> 8) * UNIT;
  }

  static int mix(int x) {
    x = (x ^ (x >>> 16)) * 0x85EBCA6B;
    x = (x ^ (x >>> 13)) * 0xC2B2AE35;
    return x ^ (x >>> 16);
  }

  static int mix(long x) {
    return mix((int) (x ^ (x >>> 32)) * 31 + (int) (x >>> 32));
  }
}
