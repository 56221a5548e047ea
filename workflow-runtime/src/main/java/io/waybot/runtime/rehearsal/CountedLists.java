package io.waybot.runtime.rehearsal;

import io.waybot.bots.Foretelling.Foresight;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;

/** What was counted of a drawing so far, by block. */
class CountedLists {
  /**
   * What became of one block's lists.
   *
   * @param key everything that the numbers depend on
   * @param each customers that one counted customer stands for: above 1 for a sample
   */
  record Known(String key, Foresight foresight, double each) {}

  /** One list of a block. */
  record CountedList(String key, RoaringBitmap customers, double each) {
    int size() {
      return (int) Math.round(customers.getCardinality() * each);
    }
  }

  private final Map<String, Known> byBlock = new HashMap<>();

  void add(String block, Known known) {
    byBlock.put(block, known);
  }

  @Nullable Known at(String block) {
    return byBlock.get(block);
  }

  /**
   * Null while it is not known.
   *
   * @param list as blocks name it: {@code element.set}
   */
  @Nullable CountedList find(String list) {
    var dot = list.indexOf('.');
    var known = byBlock.get(list.substring(0, dot));
    var set = list.substring(dot + 1);
    var customers = known == null ? null : known.foresight().sets().get(set);
    return known == null || customers == null
        ? null
        : new CountedList("(" + known.key() + ")." + set, customers, known.each());
  }
}
