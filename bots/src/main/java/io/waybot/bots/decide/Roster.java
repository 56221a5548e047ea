package io.waybot.bots.decide;

import io.waybot.bots.allocate.KeyHash;
import io.waybot.db.customer.Customer;
import io.waybot.db.customer.CustomerStore;
import io.waybot.db.decision.DecisionFacts.Fact;
import io.waybot.db.decision.SmallNumbers;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.roaringbitmap.RoaringBitmap;

/**
 * The customers of a window with their place in the order that settles ties: a hash of the bank's
 * key, so that nobody is favoured by being listed first. Members of a household stand together.
 */
final class Roster {
  private final int[] numbers;
  private final int[] places; // by number from the first one on; customers are numbered densely
  private final long[] hashes;
  private final String[] orgs;
  private final int[] households;
  private int[] rank = new int[0];

  private Roster(int[] numbers) {
    this.numbers = numbers;
    this.places = places(numbers);
    this.hashes = new long[numbers.length];
    this.orgs = new String[numbers.length];
    this.households = new int[numbers.length];
  }

  /**
   * As the bank's data say today.
   *
   * @param oneEach whether a household gets one content at most; else everybody is on their own
   */
  static Roster today(RoaringBitmap customers, CustomerStore store, boolean oneEach) {
    var roster = new Roster(customers.toArray());
    var byName = new HashMap<String, Integer>();
    roster.read(
        customers,
        store,
        (i, customer) -> {
          roster.orgs[i] = customer.org();
          if (oneEach && customer.household() != null) {
            roster.households[i] =
                byName.computeIfAbsent(customer.household(), h -> byName.size() + 1);
          }
        });
    roster.forgetLoners(byName.size());
    return roster.ranked();
  }

  /** As it was noted when a window was decided. */
  static Roster then(RoaringBitmap customers, CustomerStore store, Fact unit, Fact household) {
    var roster = new Roster(customers.toArray());
    roster.read(
        customers,
        store,
        (i, customer) -> {
          roster.orgs[i] = unit.names().isEmpty() ? customer.org() : unit.name(customer.number());
          roster.households[i] = household.numbers().of(customer.number());
        });
    return roster.ranked();
  }

  @FunctionalInterface
  private interface Taker {
    void take(int index, Customer customer);
  }

  private void read(RoaringBitmap customers, CustomerStore store, Taker taker) {
    Map<String, String> same = new HashMap<>();
    store.each(
        customers,
        customer -> {
          int i = index(customer.number());
          hashes[i] = KeyHash.of(customer.key());
          taker.take(i, customer);
          orgs[i] = same.computeIfAbsent(orgs[i], org -> org);
        });
  }

  /** A household of which only one is here is a customer like others. */
  private void forgetLoners(int count) {
    var members = new int[count + 1];
    Arrays.stream(households).forEach(household -> members[household]++);
    for (int i = 0; i < households.length; i++) {
      households[i] = members[households[i]] > 1 ? households[i] : 0;
    }
  }

  private Roster ranked() {
    var first = new HashMap<Integer, Long>();
    for (int i = 0; i < numbers.length; i++) {
      if (households[i] > 0) {
        first.merge(households[i], hashes[i], (a, b) -> Long.compareUnsigned(a, b) < 0 ? a : b);
      }
    }
    var unit = new long[numbers.length];
    Arrays.setAll(
        unit, i -> households[i] == 0 ? hashes[i] : first.getOrDefault(households[i], 0L));
    var order = sorted(unit);
    rank = new int[numbers.length];
    for (int place = 0; place < rank.length; place++) {
      rank[order[place]] = place;
    }
    return this;
  }

  /**
   * Places by {@link #compare}, in number order where it sees no difference. The leading bits of
   * the unit's hash are sorted with the place behind them; only those that share them are compared.
   */
  private int[] sorted(long[] unit) {
    int bits = Integer.SIZE - Integer.numberOfLeadingZeros(unit.length);
    var keys = new long[unit.length];
    Arrays.setAll(keys, i -> (unit[i] >>> bits << bits | i) ^ Long.MIN_VALUE);
    Arrays.parallelSort(keys);
    var order = new int[unit.length];
    Arrays.setAll(order, place -> (int) (keys[place] & ((1L << bits) - 1)));
    for (int first = 0, end; first < order.length; first = end) {
      for (end = first + 1; end < order.length && alike(keys, first, end, bits); ) {
        end++;
      }
      if (end > first + 1) {
        settle(unit, order, first, end);
      }
    }
    return order;
  }

  private static boolean alike(long[] keys, int one, int other, int bits) {
    return keys[one] >>> bits == keys[other] >>> bits;
  }

  private void settle(long[] unit, int[] order, int first, int end) {
    var few = Arrays.stream(order, first, end).boxed().toArray(Integer[]::new);
    Arrays.sort(few, (a, b) -> compare(unit, a, b)); // stable
    for (int i = 0; i < few.length; i++) {
      order[first + i] = few[i];
    }
  }

  private int compare(long[] unit, int a, int b) {
    int byUnit = Long.compareUnsigned(unit[a], unit[b]);
    if (byUnit != 0 || households[a] == 0 && households[b] == 0) {
      return byUnit;
    }
    int byHousehold = Integer.compare(households[a], households[b]);
    return byHousehold != 0 ? byHousehold : Long.compareUnsigned(hashes[a], hashes[b]);
  }

  int size() {
    return numbers.length;
  }

  /** The customer's place from 0 in the order that settles ties. */
  int rank(int customer) {
    return rank[index(customer)];
  }

  /** The hash of the bank's key. */
  long hash(int customer) {
    return hashes[index(customer)];
  }

  String org(int customer) {
    return orgs[index(customer)];
  }

  /** 0: nobody else of the household is here. */
  int household(int customer) {
    return households[index(customer)];
  }

  /** Every customer's unit, to be kept. */
  Fact units() {
    var names = List.copyOf(new TreeSet<>(Arrays.asList(orgs)));
    Map<String, Integer> number = new HashMap<>();
    names.forEach(name -> number.put(name, number.size() + 1));
    var units = new SmallNumbers();
    for (int i = 0; i < numbers.length; i++) {
      units.put(numbers[i], number.getOrDefault(orgs[i], 0));
    }
    return new Fact(units, names);
  }

  /** Who belongs together, to be kept. */
  Fact households() {
    var together = new SmallNumbers();
    for (int i = 0; i < numbers.length; i++) {
      together.put(numbers[i], households[i]);
    }
    return new Fact(together, List.of());
  }

  private static int[] places(int[] numbers) {
    if (numbers.length == 0) {
      return new int[0];
    }
    var places = new int[numbers[numbers.length - 1] - numbers[0] + 1];
    Arrays.fill(places, -1);
    for (int i = 0; i < numbers.length; i++) {
      places[numbers[i] - numbers[0]] = i;
    }
    return places;
  }

  private int index(int customer) {
    int at = numbers.length == 0 ? -1 : customer - numbers[0];
    if (at < 0 || at >= places.length || places[at] < 0) {
      throw new IllegalArgumentException("customer " + customer + " is not on the roster");
    }
    return places[at];
  }
}
