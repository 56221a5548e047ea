package io.waybot.db.decision;

import java.util.ArrayList;
import java.util.List;
import org.roaringbitmap.RoaringBitmap;

/** A small whole number for each of many customers, kept as one set of customers per bit. */
public final class SmallNumbers {
  private final List<RoaringBitmap> bits;

  public SmallNumbers() {
    this(new ArrayList<>());
  }

  SmallNumbers(List<RoaringBitmap> bits) {
    this.bits = bits;
  }

  /**
   * Gives a customer without a number one.
   *
   * @param number at least 0
   */
  public void put(int customer, int number) {
    for (int bit = 0; number >>> bit != 0; bit++) {
      if (bit == bits.size()) {
        bits.add(new RoaringBitmap());
      }
      if ((number >>> bit & 1) == 1) {
        bits.get(bit).add(customer);
      }
    }
  }

  /** 0 for a customer without a number. */
  public int of(int customer) {
    int number = 0;
    for (int bit = 0; bit < bits.size(); bit++) {
      if (bits.get(bit).contains(customer)) {
        number |= 1 << bit;
      }
    }
    return number;
  }

  /** The set of each bit, lowest first. */
  List<RoaringBitmap> bits() {
    return bits;
  }
}
