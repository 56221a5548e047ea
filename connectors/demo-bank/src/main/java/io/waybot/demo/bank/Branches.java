package io.waybot.demo.bank;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The sub-branches that have customers, and who looks after those. */
final class Branches {
  private final List<Catalogue.OrgUnit> units =
      DemoTables.organisation().stream().filter(Catalogue.OrgUnit::hasCustomers).toList();
  private final Map<String, String> accounts = new HashMap<>();

  Branches() {
    for (var person : DemoTables.people()) {
      if (person.rm() != null) {
        accounts.put(person.rm(), person.account());
      }
    }
  }

  int[] sizes() {
    return units.stream().mapToInt(Catalogue.OrgUnit::customers).toArray();
  }

  Catalogue.OrgUnit get(int index) {
    return units.get(index);
  }

  /** The account of the customer's relationship manager: a, b or c of the sub-branch, in turn. */
  String relationshipManager(Catalogue.OrgUnit unit, int n) {
    var place = "rm" + unit.code() + (char) ('a' + n % 3);
    var account = accounts.get(place);
    if (account == null) {
      throw new IllegalStateException("nobody is " + place);
    }
    return account;
  }
}
