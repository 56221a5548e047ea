package io.waybot.bots.event;

import io.waybot.bots.event.Detection.Condition;
import io.waybot.bots.event.Detection.Moment;
import io.waybot.bots.policy.CustomerFacts;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The events that show in columns, by the rules of the catalogue. What people do in the app shows
 * in their behaviours ({@link Habit}); what only a system of the bank sees is delivered as an
 * event.
 */
final class Detections {
  private static final int DEPOSIT_NOTICE = 7;
  private static final int CD_NOTICE = 30;
  private static final int RISK_TEST_NOTICE = 30;
  private static final int STOPPED_AFTER = 60;
  private static final int DORMANT_AFTER = 30;
  private static final int IDLE_AFTER = 3;

  static final List<Detection> ALL =
      List.of(
          new Moment("E01", List.of("last_salary_on", "first_salary_on"), Detections::nextSalary),
          new Moment("E02", List.of("first_salary_on"), on("first_salary_on", 0)),
          new Condition(
              "E03",
              List.of("salary_yuan", "salary_avg_3m_yuan"),
              f -> f.decimal("salary_yuan") >= 1.2 * f.decimal("salary_avg_3m_yuan")),
          new Moment(
              "E04",
              List.of("bonus_on", "bonus_yuan", "salary_yuan"),
              when(f -> f.decimal("bonus_yuan") >= 2 * f.decimal("salary_yuan"), "bonus_on", 0)),
          new Moment("E05", List.of("last_salary_on"), on("last_salary_on", STOPPED_AFTER)),
          new Condition(
              "E06",
              List.of("employer_code", "previous_employer_code"),
              f -> differ(f.text("employer_code"), f.text("previous_employer_code"))),
          atLeast("E07", "salary_out_3d_percent", 80),
          atLeast("E08", "max_out_3d_yuan", 50_000),
          atLeast("E09", "max_in_3d_yuan", 50_000),
          atLeast("E10", "demand_min_7d_yuan", 20_000),
          new Condition(
              "E11",
              List.of("aum_yuan", "aum_30d_ago_yuan"),
              f -> f.decimal("aum_yuan") <= 0.7 * f.decimal("aum_30d_ago_yuan")),
          atLeast("E12", "other_card_repaid_15d_yuan", 500),
          new Moment("E13", List.of("term_matures_on"), on("term_matures_on", -DEPOSIT_NOTICE)),
          new Moment("E14", List.of("cd_matures_on"), on("cd_matures_on", -CD_NOTICE)),
          new Moment("E15", List.of("wealth_matures_on"), on("wealth_matures_on", -DEPOSIT_NOTICE)),
          new Moment("E16", List.of("matured_idle_since"), on("matured_idle_since", IDLE_AFTER)),
          new Moment("E17", List.of("redeemed_on"), on("redeemed_on", 0)),
          new Moment(
              "E23",
              List.of("risk_valid_until", "risk_state"),
              when(
                  f -> "valid".equals(f.text("risk_state")),
                  "risk_valid_until",
                  -RISK_TEST_NOTICE)),
          new Moment("E24", List.of("last_login_on"), on("last_login_on", DORMANT_AFTER)),
          new Moment("E25", List.of("first_login_on"), on("first_login_on", 0)),
          new Condition(
              "E26",
              List.of("payments_30d", "has_card"),
              f -> f.decimal("payments_30d") >= 10 && !f.flag("has_card")),
          new Moment(
              "E27",
              List.of("card_billed_on", "card_bill_yuan"),
              when(f -> f.decimal("card_bill_yuan") >= 3_000, "card_billed_on", 0)),
          new Moment("E29", List.of("birth_date"), Detections::birthdayNotice),
          new Moment("E31", List.of("complaint_closed_on"), on("complaint_closed_on", 0)));

  private Detections() {}

  private static Condition atLeast(String code, String column, double least) {
    return new Condition(code, List.of(column), f -> f.decimal(column) >= least);
  }

  private static Detection.Day on(String column, int daysLater) {
    return when(f -> true, column, daysLater);
  }

  private static Detection.Day when(Predicate<CustomerFacts> so, String column, int daysLater) {
    return (facts, today) -> {
      var date = facts.date(column);
      return date == null || !so.test(facts) ? null : date.plusDays(daysLater);
    };
  }

  /** The first salary is an event of its own. */
  private static @Nullable LocalDate nextSalary(CustomerFacts facts, LocalDate today) {
    var last = facts.date("last_salary_on");
    return last == null || last.equals(facts.date("first_salary_on")) ? null : last;
  }

  /** A week before the next birthday; who is born on 29 February has it on 1 March otherwise. */
  private static @Nullable LocalDate birthdayNotice(CustomerFacts facts, LocalDate today) {
    var born = facts.date("birth_date");
    if (born == null) {
      return null;
    }
    var next = birthday(born, today.getYear());
    return (next.isBefore(today) ? birthday(born, today.getYear() + 1) : next).minusWeeks(1);
  }

  private static LocalDate birthday(LocalDate born, int year) {
    boolean leapDay = born.getMonthValue() == 2 && born.getDayOfMonth() == 29;
    return leapDay && !java.time.Year.isLeap(year)
        ? LocalDate.of(year, 3, 1)
        : LocalDate.of(year, born.getMonth(), born.getDayOfMonth());
  }

  private static boolean differ(@Nullable String one, @Nullable String other) {
    return one != null && other != null && !one.equals(other);
  }
}
