package io.waybot.demo.world;

import io.waybot.demo.bank.Customer;
import io.waybot.demo.bank.DemoBank;
import io.waybot.demo.bank.Dice;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * Decides, once for each week of a journey's date, which customers of the whole bank open a term
 * deposit.
 */
final class Purchases {
  private static final int BATCH = 1_000;
  private static final int WEEKS = 2;

  private final Memory memory;
  private final Waybot waybot;
  private final Colleagues colleagues;
  private final DemoBank bank;

  Purchases(Memory memory, Waybot waybot, Colleagues colleagues, DemoBank bank) {
    this.memory = memory;
    this.waybot = waybot;
    this.colleagues = colleagues;
    this.bank = bank;
  }

  /** Looks at the running journeys: a wait is a week in which customers make up their minds. */
  void look() throws IOException {
    report();
    for (var node : waybot.runningRuns()) {
      if (RunState.isDaily(node)) {
        follow(RunState.of(node));
      }
    }
  }

  private void follow(RunState run) throws IOException {
    var past = memory.weeks().stream().filter(w -> sameDay(w, run)).toList();
    var undecided =
        run.waits().stream()
            .filter(wait -> past.stream().noneMatch(w -> w.element().equals(wait)))
            .findFirst();
    if (memory.leadsOf(run.id()).size() < run.leads()) {
      colleagues.readLists(undecided.isPresent() ? Duration.ZERO : Duration.ofSeconds(5));
    }
    if (undecided.isPresent() && past.size() < WEEKS) {
      decide(run, undecided.get(), past);
      report();
    }
  }

  private static boolean sameDay(Entry.Week week, RunState run) {
    return week.journey().equals(run.journey()) && week.date().equals(run.date());
  }

  private void decide(RunState run, String wait, List<Entry.Week> past) throws IOException {
    int messages = memory.messageCount();
    int week = past.size() + 1;
    var contacts = new Contacts();
    if (week == 1) {
      contacts.addMessages(memory, latestWeekEnd(), messages).addLeads(memory.leadsOf(run.id()));
    } else {
      contacts.addMessages(memory, past.getLast().messages(), messages);
    }
    var purchases = purchases(run, week, contacts, waybot.bankTime());
    memory.remember(new Entry.Week(run.journey(), run.date(), week, wait, messages, purchases));
  }

  private int latestWeekEnd() {
    return memory.weeks().stream().mapToInt(Entry.Week::messages).max().orElse(0);
  }

  private List<Entry.Purchase> purchases(RunState run, int week, Contacts contacts, Instant at) {
    var buyers = memory.buyers();
    long day = ChronoUnit.DAYS.between(bank.firstDate(), LocalDate.parse(run.date()));
    var dice = Dice.of((week == 1 ? "buys" : "buys2") + (day == 0 ? "" : "@" + day));
    var purchases = new ArrayList<Entry.Purchase>();
    bank.allCustomers()
        .filter(c -> !buyers.contains(c.number()))
        .filter(c -> dice.u(c.number()) < chance(c, week, contacts))
        .forEach(c -> purchases.add(purchase(c, run.date() + "-w" + week, contacts, at)));
    return purchases;
  }

  private static double chance(Customer c, int week, Contacts contacts) {
    return week == 1
        ? PlantedTruth.inFirstWeek(c, contacts.of(c.number()))
        : PlantedTruth.inSecondWeek(c, contacts.reached(c.number()));
  }

  private static Entry.Purchase purchase(Customer c, String when, Contacts contacts, Instant at) {
    var contact = contacts.of(c.number());
    var product = contact == null ? null : contact.product();
    if (product == null || !List.of("P01", "P02", "P04").contains(product)) {
      product = c.demandYuan() >= 5_000 ? "P01" : "P04";
    }
    long amount = Math.round(Math.max(1_000, .6 * c.demandYuan()) / 100) * 100;
    return new Entry.Purchase(
        "deposit-" + c.number() + '-' + when, c.number(), product, at, amount);
  }

  private void report() throws IOException {
    for (var week : memory.unreportedWeeks()) {
      var all = week.purchases();
      for (int from = 0; from < all.size(); from += BATCH) {
        waybot.conversions(all.subList(from, Math.min(all.size(), from + BATCH)));
      }
      memory.remember(new Entry.WeekReported(week.journey(), week.date(), week.week()));
    }
  }
}
