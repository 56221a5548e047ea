package io.waybot.bots.allocate;

import java.nio.charset.StandardCharsets;

/**
 * A customer's number in all draws: FNV-1a, 64 bits, of the bank's key with a final mix. Stable for
 * ever: decisions are recomputed from it.
 */
public final class KeyHash {
  private KeyHash() {}

  public static long of(String key) {
    long x = 0xCBF29CE484222325L;
    for (byte b : key.getBytes(StandardCharsets.UTF_8)) {
      x = (x ^ (b & 0xFF)) * 0x100000001B3L;
    }
    x = (x ^ (x >>> 30)) * 0xBF58476D1CE4E5B9L;
    x = (x ^ (x >>> 27)) * 0x94D049BB133111EBL;
    return x ^ (x >>> 31);
  }
}
