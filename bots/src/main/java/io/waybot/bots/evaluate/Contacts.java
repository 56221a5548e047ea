package io.waybot.bots.evaluate;

import io.waybot.db.experiment.OutcomeTable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;

/** How a run reached its customers: each send and lead with its wave. */
final class Contacts {
  private final Map<Integer, List<Contact>> byCustomer = new HashMap<>();
  private final RoaringBitmap customers = new RoaringBitmap();
  private double costYuan;

  record Contact(String channel, @Nullable String product, int wave, Instant at, double costYuan) {}

  private Contacts() {}

  static Contacts read(OutcomeTable outcomes, UUID scopeRunId) {
    var contacts = new Contacts();
    var waves = outcomes.waves(scopeRunId);
    var names = new HashMap<String, String>(); // each name once, not once for each customer
    outcomes.contacts(
        scopeRunId,
        (customer, channel, product, step, at, cost) -> {
          int wave = waves.getOrDefault(step, 1);
          contacts
              .byCustomer
              .computeIfAbsent(customer, c -> new ArrayList<>(2))
              .add(
                  new Contact(
                      names.computeIfAbsent(channel, name -> name),
                      product == null ? null : names.computeIfAbsent(product, name -> name),
                      wave,
                      at,
                      cost));
          contacts.customers.add(customer);
          contacts.costYuan += cost;
        });
    return contacts;
  }

  /** The contacts of everybody else. */
  Contacts without(RoaringBitmap others) {
    var rest = new Contacts();
    byCustomer.forEach((customer, contacts) -> {
      if (!others.contains(customer)) {
        rest.byCustomer.put(customer, contacts);
        rest.customers.add(customer);
        contacts.forEach(contact -> rest.costYuan += contact.costYuan());
      }
    });
    return rest;
  }

  RoaringBitmap customers() {
    return customers;
  }

  double costYuan() {
    return costYuan;
  }

  List<Contact> of(int customer) {
    return byCustomer.getOrDefault(customer, List.of());
  }

  /** What reached the customer first, null if nothing did. */
  @Nullable Contact first(int customer) {
    return of(customer).stream().min(Comparator.comparing(Contact::at)).orElse(null);
  }

  /** Whom a channel or wave reached. */
  RoaringBitmap reached(Predicate<Contact> which) {
    var reached = new RoaringBitmap();
    byCustomer.forEach((customer, contacts) -> {
      if (contacts.stream().anyMatch(which)) {
        reached.add(customer);
      }
    });
    return reached;
  }

  /** Who bought with such a contact as the latest before the sale. */
  RoaringBitmap soldBy(Predicate<Contact> which, Sales sales) {
    var sold = new RoaringBitmap();
    byCustomer.forEach((customer, contacts) -> {
      var sale = sales.of(customer);
      if (sale != null && latestBefore(sale, contacts).filter(which).isPresent()) {
        sold.add(customer);
      }
    });
    return sold;
  }

  private static Optional<Contact> latestBefore(Sales.Sale sale, List<Contact> contacts) {
    return contacts.stream()
        .filter(contact -> !contact.at().isAfter(sale.first()))
        .max(Comparator.comparing(Contact::at));
  }

  /** A sale counts for the latest contact before it, and for none if there was none. */
  List<Breakdowns.Reached> by(Function<Contact, String> name, Sales sales) {
    var tallies = new TreeMap<String, Tally>();
    byCustomer.forEach((customer, contacts) -> {
      Set<String> counted = new HashSet<>();
      for (var contact : contacts) {
        var tally = tallies.computeIfAbsent(name.apply(contact), n -> new Tally());
        tally.costYuan += contact.costYuan();
        if (counted.add(name.apply(contact))) {
          tally.customers++;
        }
      }
      var sale = sales.of(customer);
      if (sale != null) {
        latestBefore(sale, contacts)
            .ifPresent(contact ->
                java.util.Objects.requireNonNull(tallies.get(name.apply(contact)))
                    .sold(sale.amountYuan()));
      }
    });
    return tallies.entrySet().stream().map(entry -> entry.getValue().as(entry.getKey())).toList();
  }

  private static final class Tally {
    private int customers;
    private int converted;
    private double amountYuan;
    private double costYuan;

    void sold(double amount) {
      converted++;
      amountYuan += amount;
    }

    Breakdowns.Reached as(String name) {
      return new Breakdowns.Reached(name, customers, converted, amountYuan, costYuan);
    }
  }
}
