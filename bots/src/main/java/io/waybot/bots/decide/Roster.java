package io.waybot.bots.decide;

import io.waybot.bots.allocate.KeyHash;
import io.waybot.db.customer.Customer;
import io.waybot.db.customer.CustomerStore;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.roaringbitmap.RoaringBitmap;

/**
 * The customers of a window with their place in the order that settles ties: a hash of the bank's
 * key, so that nobody is favoured by being listed first.
 */
final class Roster {
  private final int[] numbers;
  private final int[] rank;
  private final long[] hashes;
  private final String[] orgs;

  private Roster(int[] numbers, int[] rank, long[] hashes, String[] orgs) {
    this.numbers = numbers;
    this.rank = rank;
    this.hashes = hashes;
    this.orgs = orgs;
  }

  static Roster of(RoaringBitmap customers, CustomerStore store) {
    int n = customers.getCardinality();
    var numbers = customers.toArray();
    var hashes = new long[n];
    var orgs = new String[n];
    var sameOrg = new HashMap<String, String>();
    store.each(customers, customer -> put(customer, numbers, hashes, orgs, sameOrg));
    var order = new Integer[n];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, (a, b) -> Long.compareUnsigned(hashes[a], hashes[b])); // stable
    var rank = new int[n];
    for (int place = 0; place < n; place++) {
      rank[order[place]] = place;
    }
    return new Roster(numbers, rank, hashes, orgs);
  }

  private static void put(
      Customer customer, int[] numbers, long[] hashes, String[] orgs, Map<String, String> sameOrg) {
    int i = Arrays.binarySearch(numbers, customer.number());
    hashes[i] = KeyHash.of(customer.key());
    orgs[i] = sameOrg.computeIfAbsent(customer.org(), org -> org);
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

  private int index(int customer) {
    int i = Arrays.binarySearch(numbers, customer);
    if (i < 0) {
      throw new IllegalArgumentException("customer " + customer + " is not on the roster");
    }
    return i;
  }
}
