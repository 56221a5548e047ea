package io.waybot.runtime.rehearsal;

import org.roaringbitmap.RoaringBitmap;

/**
 * Some customers of a long list in place of all, so that counting while drawing stays quick at any
 * size: one stretch of numbers out of each 65,536, because that is how customers are read, and a
 * different one each time, because numbers were given in the order in which customers came.
 *
 * @param each customers of the list that each customer of the sample stands for
 */
record Sample(RoaringBitmap customers, double each) {
  private static final int WHOLE_UP_TO = 150_000;
  private static final int CHUNK = 65_536;
  private static final int PARTS = 8;

  static Sample of(RoaringBitmap list) {
    if (list.getCardinality() <= WHOLE_UP_TO) {
      return new Sample(list, 1);
    }
    var sample = new RoaringBitmap();
    long stretch = CHUNK / PARTS;
    for (long chunk = list.first() / CHUNK; chunk <= list.last() / CHUNK; chunk++) {
      long from = chunk * CHUNK + (chunk * 5 % PARTS) * stretch;
      sample.or(list.selectRange(from, from + stretch));
    }
    return sample.isEmpty()
        ? new Sample(list, 1)
        : new Sample(sample, (double) list.getCardinality() / sample.getCardinality());
  }
}
