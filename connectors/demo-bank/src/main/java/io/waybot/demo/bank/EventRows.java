package io.waybot.demo.bank;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The events, salaries and app behaviours on file at D0. */
final class EventRows {
  private final List<Catalogue.Behaviour> behaviours = DemoTables.behaviours();

  Stream<EventRow> dealt(Profile p) {
    return p.wantedBy.stream()
        .sorted(Comparator.comparing(Catalogue.Strategy::event))
        .map(s -> row(p, s, p.daysSince(s.event()), ""));
  }

  /**
   * @param day suffix of the stream, so that later days have their own moments
   */
  static EventRow row(Profile p, Catalogue.Strategy strategy, int daysAgo, String day) {
    var event = strategy.event();
    double u = p.u("time/" + event + day);
    var date = p.d0.minusDays(daysAgo);
    var at = daysAgo == 0 ? Moments.thisMorning(date, u) : Moments.during(date, u);
    return new EventRow(p.n, event, at, amount(p, event), attributes(p, strategy));
  }

  private static @Nullable Double amount(Profile p, String event) {
    return switch (event) {
      case "E01", "E02", "E03" -> (double) p.salary();
      case "E04" -> p.salary() * (2 + p.u("bonus"));
      case "E08", "E09" -> 50_000 + 200_000 * p.u("transfer/" + event);
      case "E12" -> 500 + 4_500 * p.u("repaid");
      case "E13", "E14", "E15", "E16", "E17" ->
          Math.round(p.group.assets(p.n) * .3 / 1_000) * 1_000d;
      case "E27" -> 3_000 + 9_000 * p.u("bill");
      default -> null;
    };
  }

  private static @Nullable String attributes(Profile p, Catalogue.Strategy strategy) {
    var event = strategy.event();
    return switch (event) {
      case "E01", "E02" -> EventRow.attribute("payer", WhoColumns.employer(p));
      case "E13", "E15" -> EventRow.attribute("matures_on", p.d0.plusDays(7 - p.daysSince(event)));
      case "E14" -> EventRow.attribute("matures_on", p.d0.plusDays(30 - p.daysSince(event)));
      case "E18" -> EventRow.attribute("views_7d", p.between(3, 7, "views/E18"));
      case "E20", "E21" -> EventRow.attribute("product", String.valueOf(strategy.product()));
      case "E22" ->
          EventRow.attribute("searched", "P16".equals(strategy.product()) ? "gold" : "fund");
      case "E23" -> EventRow.attribute("valid_until", p.d0.plusDays(30 - p.daysSince(event)));
      default -> null;
    };
  }

  /** The last salary of a payroll customer. */
  Stream<EventRow> salary(Profile p) {
    if (!p.group.payroll()) {
      return Stream.empty();
    }
    var last = MoneyColumns.lastSalary(p);
    var code = last.equals(MoneyColumns.firstSalary(p)) ? "FIRST_SALARY" : "SALARY";
    var at = Moments.during(last, p.u("time/E01"));
    return Stream.of(salaryRow(p, code, at));
  }

  static EventRow salaryRow(Profile p, String code, String at) {
    return new EventRow(
        p.n, code, at, (double) p.salary(), EventRow.attribute("payer", WhoColumns.employer(p)));
  }

  /** The latest behaviour in the app: it decides the stage. */
  Stream<EventRow> behaviour(Profile p) {
    if (p.stage() == 0) {
      return Stream.empty();
    }
    var own = behaviours.stream().filter(b -> b.stage().equals("S" + p.stage())).toList();
    var done = own.get(Dice.floor(own.size(), "beh", p.n));
    var date = p.d0.minusDays(1L + p.behaviourDaysBeforeYesterday());
    return Stream.of(
        new EventRow(p.n, done.code(), Moments.during(date, p.u("time/beh")), null, null));
  }
}
