package io.waybot.demo.bank;

/** Turns the counts of the bank of 50,000 into those of a bank of another size. */
record Scale(int customers) {
  static final int DESIGNED = 50_000;

  Scale {
    if (customers < 1_000 || customers > 2_000_000) {
      throw new IllegalArgumentException(
          "the demo bank has 1,000 to 2,000,000 customers, not " + customers);
    }
  }

  int of(int count) {
    return Math.toIntExact(((long) count * customers * 2 + DESIGNED) / (2L * DESIGNED));
  }

  int[] of(int... counts) {
    var scaled = new int[counts.length];
    for (int i = 0; i < counts.length; i++) {
      scaled[i] = of(counts[i]);
    }
    return scaled;
  }
}
