package io.waybot.runtime.journey.risk;

import org.roaringbitmap.RoaringBitmap;

/**
 * Who the journey would take today.
 *
 * @param customers at most so many
 * @param fitting everybody that fits, before a block's limit
 * @param known false if a block's list is only there when it runs: a file, a formula
 */
public record ExpectedList(int customers, RoaringBitmap fitting, boolean known) {
  static final ExpectedList EMPTY = new ExpectedList(0, new RoaringBitmap(), true);

  ExpectedList unknown() {
    return new ExpectedList(customers, fitting, false);
  }

  ExpectedList and(RoaringBitmap more, int atMost) {
    var all = RoaringBitmap.or(fitting, more);
    int taken = Math.min(atMost, more.getCardinality());
    return new ExpectedList(Math.min(all.getCardinality(), customers + taken), all, known);
  }
}
