package io.waybot.e2e.chaos;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What really reached customers, and when each said stop: the outside's own books, which the
 * ledger's are compared with. Every time is {@link System#nanoTime} of one process.
 */
final class Deliveries {
  private final boolean idempotent;
  private final Map<String, Integer> timesByKey = new HashMap<>();
  private final Map<Integer, Integer> timesByCustomer = new HashMap<>();
  private final List<String> inOrder = new ArrayList<>();
  private final Map<Integer, Long> optedOutAt = new HashMap<>();
  private int doubtful;
  private int afterOptOut;

  /**
   * @param idempotent a key that comes again is answered as taken and not delivered again
   */
  Deliveries(boolean idempotent) {
    this.idempotent = idempotent;
  }

  /** A call begins: none may after the customer's opt-out was answered. */
  synchronized void called(int customer, Fault fault) {
    var stopped = optedOutAt.get(customer);
    if (stopped != null && System.nanoTime() > stopped) {
      afterOptOut++;
    }
    if (fault.leavesDoubt()) {
      doubtful++;
    }
  }

  synchronized void take(String key, int customer) {
    if (idempotent && timesByKey.containsKey(key)) {
      return;
    }
    timesByKey.merge(key, 1, Integer::sum);
    timesByCustomer.merge(customer, 1, Integer::sum);
    inOrder.add(key);
  }

  synchronized boolean knows(String key) {
    return timesByKey.containsKey(key);
  }

  /** The opt-out was answered just now. */
  synchronized void optedOut(int customer) {
    optedOutAt.put(customer, System.nanoTime());
  }

  /** Keys in the order of their delivery, from the first-th on. */
  synchronized List<String> since(int first, int most) {
    return List.copyOf(inOrder.subList(first, Math.min(inOrder.size(), first + most)));
  }

  synchronized int count() {
    return inOrder.size();
  }

  /** Customers who got it at least once. */
  synchronized Set<Integer> customers() {
    return Set.copyOf(timesByCustomer.keySet());
  }

  /** Deliveries too many, over all customers. */
  synchronized int twice() {
    return timesByCustomer.values().stream().mapToInt(times -> times - 1).sum();
  }

  synchronized int optOuts() {
    return optedOutAt.size();
  }

  synchronized int doubtful() {
    return doubtful;
  }

  synchronized int afterOptOut() {
    return afterOptOut;
  }
}
