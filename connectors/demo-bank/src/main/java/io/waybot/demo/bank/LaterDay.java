package io.waybot.demo.bank;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The events that reach the bank on a day after D0: for each strategy its customers divided by its
 * fresh days.
 */
final class LaterDay {
  private final DemoBank bank;
  private final int day;

  LaterDay(DemoBank bank, int day) {
    if (day < 1) {
      throw new IllegalArgumentException("the first later day is 1, not " + day);
    }
    this.bank = bank;
    this.day = day;
  }

  Stream<EventRow> events() {
    return DemoTables.strategies().stream().flatMap(s -> profiles(s).map(p -> row(p, s)));
  }

  Stream<EventRow> salaries() {
    return DemoTables.strategies().stream()
        .filter(s -> List.of("E01", "E02").contains(s.event()))
        .flatMap(s -> profiles(s).map(p -> salary(p, s, row(p, s))));
  }

  /** Yesterday's log-in of a seventh of the active customers. */
  Stream<EventRow> appEvents() {
    return bank.population()
        .numbers()
        .mapToObj(n -> moved(n))
        .filter(p -> p.stage() > 0 && Dice.floor(7, "behday@" + day, p.n) == 0)
        .map(p ->
            new EventRow(
                p.n, "B01", Moments.during(p.d0.minusDays(1), p.u("time/beh@" + day)), null, null));
  }

  private static EventRow salary(Profile p, Catalogue.Strategy strategy, EventRow event) {
    return EventRows.salaryRow(
        p, strategy.event().equals("E02") ? "FIRST_SALARY" : "SALARY", event.at());
  }

  private EventRow row(Profile p, Catalogue.Strategy strategy) {
    return EventRows.row(p, strategy, Moments.window(strategy.event()) == 0 ? 0 : 1, "@" + day);
  }

  private Stream<Profile> profiles(Catalogue.Strategy strategy) {
    int full = bank.population().scale.of(strategy.customers());
    int count = Math.round((float) full / strategy.freshDays());
    var dealt = bank.population().dealt(strategy, count, strategy.event() + "@" + day);
    return IntStream.of(dealt).mapToObj(this::moved);
  }

  /** The same customer, seen from the later day. */
  private Profile moved(int n) {
    return new Profile(n, bank.population(), bank.firstDate().plusDays(day));
  }
}
