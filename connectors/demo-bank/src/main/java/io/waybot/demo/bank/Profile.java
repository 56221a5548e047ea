package io.waybot.demo.bank;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Everything that is derived from a customer's number, its deals and D0. */
final class Profile {
  final int n;
  final LocalDate d0;
  final List<Catalogue.Strategy> wantedBy;
  final Group group;
  final AppStatus app;
  final Fate fate;
  private final Population population;
  private final Set<String> events;

  Profile(int n, Population population, LocalDate d0) {
    this.n = n;
    this.population = population;
    this.d0 = d0;
    this.wantedBy = population.strategies(n);
    this.events =
        wantedBy.stream().map(Catalogue.Strategy::event).collect(Collectors.toUnmodifiableSet());
    this.group = population.group(n);
    this.app = population.app(n);
    this.fate = population.fate(n);
  }

  double u(String stream) {
    return Dice.u(stream, n);
  }

  int between(int least, int most, String stream) {
    return least + Dice.floor(most - least + 1, stream, n);
  }

  LocalDate daysAgo(int least, int most, String stream) {
    return d0.minusDays(between(least, most, stream));
  }

  LocalDate inDays(int least, int most, String stream) {
    return d0.plusDays(between(least, most, stream));
  }

  boolean has(String event) {
    return events.contains(event);
  }

  /** How many days before D0 a dealt event happened or was noticed; 0 is today. */
  int daysSince(String event) {
    if (event.equals("E02") && has("E01")) {
      return 5;
    }
    int window = event.equals("E01") && has("E02") ? 4 : Moments.window(event);
    return window == 0 ? 0 : between(1, window, "at/" + event);
  }

  LocalDate dateOf(String event) {
    return d0.minusDays(daysSince(event));
  }

  String org() {
    return population.subBranch(n).code();
  }

  String relationshipManager() {
    return population.relationshipManager(n);
  }

  int age() {
    return group.payroll() ? between(22, 57, "age") : between(18, 84, "age");
  }

  boolean female() {
    return u("gender") < .5;
  }

  /** Yuan, to the hundred; 0 for customers whose salary is paid elsewhere. */
  int salary() {
    if (!group.payroll()) {
      return 0;
    }
    double yuan = 6_000 * Math.exp(.4 * Dice.bell("salary", n)) * (group == Group.G3 ? 2.2 : 1);
    return (int) Math.round(yuan / 100) * 100;
  }

  double demand() {
    return group.current(n) + (has("E01") ? .6 * salary() : 0);
  }

  /** Statistic of the 30 days that ended before the week of event E18. */
  int depositViews30d() {
    double v = u("views");
    if (app != AppStatus.ACTIVE || v < .72) {
      return 0;
    }
    return v < .90 ? 1 + (int) ((v - .72) / .09) : 3 + (int) ((v - .90) / .10 * 6);
  }

  boolean heldTermBefore() {
    return u("hadterm") < group.heldTermRate();
  }

  int riskLevel() {
    return population.riskLevel(n);
  }

  RiskState riskState() {
    return has("E23") ? RiskState.VALID : population.riskState(n);
  }

  int stage() {
    return population.stage(n);
  }

  /** Days between yesterday and the latest behaviour in the app. */
  int behaviourDaysBeforeYesterday() {
    int days = Dice.floor(7, "behday", n);
    return has("E25") ? Math.min(days, daysSince("E25") - 1) : days;
  }

  boolean pushedBefore() {
    return population.pushedBefore(n);
  }

  Customer customer() {
    return new Customer(
        n,
        org(),
        relationshipManager(),
        group.code,
        app.code(),
        depositViews30d(),
        heldTermBefore(),
        demand(),
        group.assets(n),
        salary(),
        age(),
        events);
  }
}
