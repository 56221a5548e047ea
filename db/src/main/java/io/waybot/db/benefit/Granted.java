package io.waybot.db.benefit;

import org.roaringbitmap.RoaringBitmap;

/**
 * What became of an order: every wanted customer is in exactly one of the three.
 *
 * @param granted who has the benefit for this reason, by this call or an earlier one
 * @param full who had as many as one customer may get
 * @param unfunded for whom budget or stock did not last
 */
public record Granted(RoaringBitmap granted, RoaringBitmap full, RoaringBitmap unfunded) {}
