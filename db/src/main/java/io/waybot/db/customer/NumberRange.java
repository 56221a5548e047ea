package io.waybot.db.customer;

import java.util.ArrayList;
import java.util.List;
import org.roaringbitmap.RoaringBitmap;

/** The stretch of one chunk of 65,536 customer numbers that a set touches, both ends included. */
record NumberRange(int first, int last) {

  /** One range per chunk that holds at least one customer, in order. */
  static List<NumberRange> of(RoaringBitmap customers) {
    var ranges = new ArrayList<NumberRange>();
    if (customers.isEmpty()) {
      return ranges;
    }
    var it = customers.getIntIterator();
    while (it.hasNext()) {
      int first = it.next();
      int end = first | 0xFFFF;
      ranges.add(new NumberRange(first, (int) customers.previousValue(end)));
      if (end == Integer.MAX_VALUE) {
        break;
      }
      it.advanceIfNeeded(end + 1);
    }
    return ranges;
  }
}
