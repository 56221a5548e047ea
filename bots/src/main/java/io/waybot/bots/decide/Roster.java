package io.waybot.bots.decide;

import io.waybot.db.customer.Customer;
import io.waybot.db.customer.CustomerStore;
import java.nio.charset.StandardCharsets;
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
  private final String[] orgs;

  private Roster(int[] numbers, int[] rank, String[] orgs) {
    this.numbers = numbers;
    this.rank = rank;
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
    return new Roster(numbers, rank, orgs);
  }

  private static void put(
      Customer customer, int[] numbers, long[] hashes, String[] orgs, Map<String, String> sameOrg) {
    int i = Arrays.binarySearch(numbers, customer.number());
    hashes[i] = hash(customer.key());
    orgs[i] = sameOrg.computeIfAbsent(customer.org(), org -> org);
  }

  int size() {
    return numbers.length;
  }

  /** The customer's place from 0 in the order that settles ties. */
  int rank(int customer) {
    return rank[index(customer)];
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

  /** FNV-1a, 64 bits, with a final mix; stable for ever: decisions are recomputed from it. */
  static long hash(String key) {
    long x = 0xCBF29CE484222325L;
    for (byte b : key.getBytes(StandardCharsets.UTF_8)) {
      x = (x ^ (b & 0xFF)) * 0x100000001B3L;
    }
    x = (x ^ (x >>> 30)) * 0xBF58476D1CE4E5B9L;
    x = (x ^ (x >>> 27)) * 0x94D049BB133111EBL;
    return x ^ (x >>> 31);
  }
}
