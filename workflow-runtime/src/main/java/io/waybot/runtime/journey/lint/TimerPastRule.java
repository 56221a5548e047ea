package io.waybot.runtime.journey.lint;

import io.waybot.runtime.wording.Basis;
import io.waybot.runtime.wording.Checks;
import java.time.DateTimeException;
import java.time.LocalDate;

/** A timer for a moment that has gone by: a journey of every day would never wait for it. */
@Checks(value = "timer-past", basis = Basis.BANK)
class TimerPastRule implements LintRule {
  @Override
  public void check(Plan plan, Findings findings) {
    for (var step : plan.drawing().steps()) {
      var date = step.date();
      if (date != null && past(date, plan.today())) {
        findings.error(step.id(), "timer-past", step.label(), date);
      }
    }
  }

  private static boolean past(String date, LocalDate today) {
    try {
      return LocalDate.parse(date.substring(0, Math.min(10, date.length()))).isBefore(today);
    } catch (DateTimeException formula) {
      return false; // a formula; TimerRule asks for the settings' duration instead
    }
  }
}
