package io.waybot.demo.bank;

import java.nio.charset.StandardCharsets;

/**
 * A named stream of numbers in [0, 1), one for each customer, equal on every machine and in every
 * release.
 *
 * <p>The name's FNV-1a hash offsets a SplitMix64 sequence whose n-th element is computed directly.
 * Source: Steele, Lea and Flood, "Fast Splittable Pseudorandom Number Generators", OOPSLA 2014
 * (mix64variant13).
 */
public final class Dice {
  private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

  private final long offset;

  private Dice(long offset) {
    this.offset = offset;
  }

  public static Dice of(String stream) {
    return new Dice(fnv1a64("waybot-demo/" + stream));
  }

  public static double u(String stream, long n) {
    return of(stream).u(n);
  }

  /** A whole number from 0 to {@code sides} − 1. */
  public static int floor(int sides, String stream, long n) {
    return (int) (sides * u(stream, n));
  }

  /** Bell shaped, mean 0, standard deviation 1, within [−3, 3]. */
  static double bell(String stream, long n) {
    return 2 * (u(stream + "/1", n) + u(stream + "/2", n) + u(stream + "/3", n) - 1.5);
  }

  public double u(long n) {
    return bits(n) * 0x1p-53;
  }

  /** The 53 bits behind {@link #u}: the same order, as an integer. */
  long bits(long n) {
    long x = offset + n * GOLDEN_GAMMA;
    x = (x ^ (x >>> 30)) * 0xBF58476D1CE4E5B9L;
    x = (x ^ (x >>> 27)) * 0x94D049BB133111EBL;
    return (x ^ (x >>> 31)) >>> 11;
  }

  private static long fnv1a64(String text) {
    long hash = 0xcbf29ce484222325L;
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      hash = (hash ^ (b & 0xff)) * 0x100000001b3L;
    }
    return hash;
  }
}
