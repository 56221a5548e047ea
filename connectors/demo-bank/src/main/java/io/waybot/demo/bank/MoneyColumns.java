package io.waybot.demo.bank;

import static io.waybot.demo.bank.Column.date;
import static io.waybot.demo.bank.Column.number;
import static io.waybot.demo.bank.Column.yuan;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Balances and salary: exactly the customers dealt an event satisfy its rule (E01–E11 and the
 * groups' rules).
 */
final class MoneyColumns {
  static final List<Column> ALL =
      List.of(
          yuan("aum_yuan", p -> p.group.assets(p.n)),
          yuan("aum_30d_ago_yuan", MoneyColumns::assetsAMonthAgo),
          yuan("demand_yuan", Profile::demand),
          yuan("demand_min_7d_yuan", MoneyColumns::lowestOfTheWeek),
          number("salary_yuan", p -> p.group.payroll() ? p.salary() : null),
          yuan("salary_avg_3m_yuan", MoneyColumns::averageSalary),
          date("first_salary_on", p -> p.group.payroll() ? firstSalary(p) : null),
          date("last_salary_on", p -> p.group.payroll() ? lastSalary(p) : null),
          yuan("bonus_yuan", p -> p.has("E04") ? p.salary() * (2 + p.u("bonus")) : null),
          date("bonus_on", p -> p.has("E04") ? p.dateOf("E04") : null),
          number("salary_out_3d_percent", p -> p.group.payroll() ? movedOut(p) : null),
          number("salary_kept_5d_percent", p -> p.group.payroll() ? kept(p) : null),
          yuan("max_out_3d_yuan", p -> transfer(p, "E08")),
          yuan("max_in_3d_yuan", p -> transfer(p, "E09")));

  private MoneyColumns() {}

  /** E11: at least 30 % less than a month ago. */
  private static double assetsAMonthAgo(Profile p) {
    double ratio = p.has("E11") ? .65 - .2 * p.u("aumago") : .95 + .15 * p.u("aumago");
    return p.group.assets(p.n) / ratio;
  }

  /** E10: at least 20,000 on every day of the week. */
  private static double lowestOfTheWeek(Profile p) {
    return p.has("E10") ? 20_000 + 40_000 * p.u("idle") : Math.min(19_999, .6 * p.demand());
  }

  /** E03: the last salary is at least 120 % of this. */
  private static @Nullable Double averageSalary(Profile p) {
    if (!p.group.payroll()) {
      return null;
    }
    return p.salary() / (p.has("E03") ? 1.21 + .3 * p.u("raise") : .95 + .2 * p.u("raise"));
  }

  /** E02: a first salary within 5 days; G2: within 90. */
  static LocalDate firstSalary(Profile p) {
    if (p.has("E02")) {
      return p.dateOf("E02");
    }
    return p.group == Group.G2
        ? p.daysAgo(6, 90, "firstsalary")
        : p.daysAgo(400, 3_650, "firstsalary");
  }

  /** E01: a salary, not the first, within 5 days; G1: 60 days ago or more, E05: at most 67. */
  static LocalDate lastSalary(Profile p) {
    if (p.has("E01")) {
      return p.dateOf("E01");
    }
    if (p.has("E02")) {
      return p.dateOf("E02");
    }
    if (p.group == Group.G1) {
      return p.has("E05")
          ? p.d0.minusDays(60 + p.daysSince("E05"))
          : p.daysAgo(68, 365, "lastsalary");
    }
    var date = p.daysAgo(6, 30, "lastsalary");
    var first = firstSalary(p);
    return date.isBefore(first) ? first : date;
  }

  /** E07: 80 % of the salary and more left within 3 days. */
  private static int movedOut(Profile p) {
    if (p.has("E07")) {
      return p.between(80, 99, "movedout");
    }
    int most = Math.min(79, 100 - kept(p));
    return p.between(most / 2, most, "movedout");
  }

  /** G6: less than 20 % is still here after 5 days. */
  private static int kept(Profile p) {
    if (p.group != Group.G6) {
      return p.between(20, 90, "kept");
    }
    return p.has("E07") ? 0 : p.between(0, 19, "kept");
  }

  /** E08, E09: 50,000 and more, out or in. */
  private static double transfer(Profile p, String event) {
    double u = p.u("transfer/" + event);
    return p.has(event) ? 50_000 + 200_000 * u : Math.min(49_999, .1 * p.group.assets(p.n) * u);
  }
}
