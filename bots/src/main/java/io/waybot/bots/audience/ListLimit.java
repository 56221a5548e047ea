package io.waybot.bots.audience;

import io.waybot.db.customer.CustomerColumns;
import io.waybot.db.customer.Dataset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.stereotype.Component;

/** Takes at most so many customers of a list, the same ones whenever it is asked again. */
@Component
class ListLimit {
  private final CustomerColumns columns;

  ListLimit(CustomerColumns columns) {
    this.columns = columns;
  }

  /**
   * At random: the n customers with the smallest hash of (seed, number).
   *
   * @param seed the same seed takes the same customers
   */
  static RoaringBitmap atRandom(RoaringBitmap list, int most, String seed) {
    if (list.getCardinality() <= most) {
      return list;
    }
    long salt = seedOf(seed);
    var drawn = new long[list.getCardinality()];
    int i = 0;
    for (var it = list.getIntIterator(); it.hasNext(); ) {
      int number = it.next();
      drawn[i++] = (mixed(salt + number) & 0xFFFFFFFF_00000000L) | number;
    }
    Arrays.sort(drawn);
    var taken = new RoaringBitmap();
    for (int k = 0; k < most; k++) {
      taken.add((int) drawn[k]);
    }
    return taken;
  }

  /**
   * The n customers with the highest value of a column of the customers; equal values by number,
   * customers without a value last.
   */
  RoaringBitmap byColumn(RoaringBitmap list, int most, String column) {
    if (list.getCardinality() <= most) {
      return list;
    }
    record Ranked(int customer, double value) {}
    var ranked = new ArrayList<Ranked>(list.getCardinality());
    var valued = new RoaringBitmap();
    columns.scan(
        Dataset.CUSTOMERS,
        List.of(column),
        list,
        row -> {
          if (!row.empty(0)) {
            valued.add(row.customer());
            ranked.add(new Ranked(row.customer(), row.decimal(0)));
          }
        });
    ranked.sort(
        Comparator.comparingDouble(Ranked::value).reversed().thenComparingInt(Ranked::customer));
    var taken = new RoaringBitmap();
    ranked.stream().limit(most).forEach(customer -> taken.add(customer.customer()));
    var rest = RoaringBitmap.andNot(list, valued).getIntIterator();
    while (taken.getCardinality() < most && rest.hasNext()) {
      taken.add(rest.next());
    }
    return taken;
  }

  /** FNV-1a, 64 bits. */
  private static long seedOf(String text) {
    long hash = 0xcbf29ce484222325L;
    for (byte b : text.getBytes(java.nio.charset.StandardCharsets.UTF_8)) {
      hash = (hash ^ (b & 0xFF)) * 0x100000001b3L;
    }
    return hash;
  }

  /** SplitMix64's finaliser: neighbouring numbers become unrelated. */
  private static long mixed(long x) {
    x += 0x9E3779B97F4A7C15L;
    x = (x ^ (x >>> 30)) * 0xBF58476D1CE4E5B9L;
    x = (x ^ (x >>> 27)) * 0x94D049BB133111EBL;
    return x ^ (x >>> 31);
  }
}
