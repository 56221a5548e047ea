package io.waybot.bots.decide;

import java.util.Map;
import java.util.TreeMap;
import org.roaringbitmap.RoaringBitmap;

/** What became of one journey's audience: chosen for a channel, or lost for one reason. */
final class Fates {
  private final int expected;
  private final Map<String, RoaringBitmap> chosen = new TreeMap<>();
  private final Map<String, RoaringBitmap> lost = new TreeMap<>();

  Fates(int expected) {
    this.expected = expected;
  }

  void chosen(int customer, String channel) {
    chosen.computeIfAbsent(channel, c -> new RoaringBitmap()).add(customer);
  }

  /** One customer's candidates may be lost for several reasons: the first recorded stays. */
  void lost(String reason, int customer) {
    for (var entry : lost.entrySet()) {
      if (entry.getValue().contains(customer)) {
        return;
      }
    }
    lost.computeIfAbsent(reason, r -> new RoaringBitmap()).add(customer);
  }

  void lost(String reason, RoaringBitmap customers) {
    if (!customers.isEmpty()) {
      lost.computeIfAbsent(reason, r -> new RoaringBitmap()).or(customers);
    }
  }

  void lost(Map<String, RoaringBitmap> byReason) {
    byReason.forEach(this::lost);
  }

  /** By channel. */
  Map<String, RoaringBitmap> chosen() {
    return chosen;
  }

  /** By reason. */
  Map<String, RoaringBitmap> lost() {
    return lost;
  }

  /**
   * @throws IllegalStateException if somebody has two fates or none
   */
  void check() {
    var all = new RoaringBitmap();
    int sum = 0;
    for (var sets : new Map[] {chosen, lost}) {
      for (var set : sets.values()) {
        all.or((RoaringBitmap) set);
        sum += ((RoaringBitmap) set).getCardinality();
      }
    }
    if (sum != expected || all.getCardinality() != expected) {
      throw new IllegalStateException(
          "a decision about " + expected + " customers accounts for " + sum);
    }
  }
}
