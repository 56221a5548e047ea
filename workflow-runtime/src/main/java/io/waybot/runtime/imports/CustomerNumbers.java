package io.waybot.runtime.imports;

import io.waybot.db.customer.CustomerStore;
import java.util.Collection;
import java.util.Map;

/**
 * Numbers for the keys of one import. Imports stand in one line, so the next free number stays free
 * until this import has ended.
 */
class CustomerNumbers {
  private final CustomerStore customers;
  private final boolean anybody;
  private int next;

  CustomerNumbers(CustomerStore customers) {
    this.customers = customers;
    int highest = customers.highestNumber();
    this.anybody = highest > 0;
    this.next = highest + 1;
  }

  /** Numbers of those keys that are known customers. */
  Map<String, Integer> known(Collection<String> keys) {
    return anybody ? customers.numbersOf(keys) : Map.of();
  }

  int nextFree() {
    return next++;
  }
}
