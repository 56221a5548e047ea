package io.waybot.demo.bank;

import java.util.stream.IntStream;

/** A small number for each customer, dealt in quotas: one byte each. */
final class Attribute {
  private final Scale scale;
  private final byte[] values;

  Attribute(Scale scale) {
    this.scale = scale;
    this.values = new byte[scale.customers()];
  }

  /**
   * Cuts a whole set into consecutive values from {@code first}: the last takes what rounding left
   * over.
   */
  void dealAll(int[] set, String stream, int first, int... sizes) {
    var cuts = new int[sizes.length - 1];
    System.arraycopy(sizes, 0, cuts, 0, cuts.length);
    deal(set, stream, first, cuts);
  }

  /** Cuts a set into parts of these sizes; the rest has the value after the last. */
  void deal(int[] set, String stream, int first, int... sizes) {
    var parts = Deck.cut(set, stream, scale.of(sizes));
    for (int i = 0; i < parts.length; i++) {
      for (int n : parts[i]) {
        values[n - Population.FIRST] = (byte) (first + i);
      }
    }
  }

  int of(int n) {
    return values[n - Population.FIRST];
  }

  int[] among(int[] set, Enum<?> value) {
    return IntStream.of(set).filter(n -> of(n) == value.ordinal()).toArray();
  }
}
