package io.waybot.runtime.journey.lint;

import io.waybot.db.calendar.BusinessCalendar;
import io.waybot.runtime.wording.Basis;
import io.waybot.runtime.wording.Checks;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/** A wait by the calendar that runs into the long holidays, when nobody answers. */
@Checks(value = "wait-holiday", basis = Basis.BANK)
class HolidayWaitRule implements LintRule {
  private final BusinessCalendar calendar;

  HolidayWaitRule(BusinessCalendar calendar) {
    this.calendar = calendar;
  }

  @Override
  public void check(Plan plan, Findings findings) {
    var until = plan.settings().until();
    if (until == null) {
      return; // EndDateRule asks for it first
    }
    var first = plan.settings().from() == null ? plan.today() : plan.settings().from();
    for (var step : plan.drawing().steps()) {
      long days = step.isWait() ? days(step.pause()) : 0;
      if (days > 0) {
        calendar.days(first, until.plusDays(days)).stream()
            .filter(day -> !day.working() && isLong(day.note()))
            .findFirst()
            .ifPresent(day ->
                findings.warning(
                    step.id(), "wait-holiday", step.label(), day.note(), day.date().toString()));
      }
    }
  }

  private static boolean isLong(@Nullable String note) {
    return note != null && (note.contains("春节") || note.contains("国庆"));
  }

  /** Whole days of a wait by the calendar; 0 for business days, which step over holidays. */
  private static long days(@Nullable String pause) {
    try {
      return pause == null || pause.startsWith("B") ? 0 : Duration.parse(pause).toDays();
    } catch (DateTimeParseException unreadable) {
      return 0; // the settings refuse it
    }
  }
}
