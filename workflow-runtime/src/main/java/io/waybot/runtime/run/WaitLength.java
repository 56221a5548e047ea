package io.waybot.runtime.run;

import io.waybot.db.calendar.BusinessCalendar;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.springframework.stereotype.Component;

/** How long a planner's wait takes, counted from a run's business date. */
@Component
class WaitLength {
  private static final String MOVES_ON = "+B";

  private final BusinessCalendar calendar;

  WaitLength(BusinessCalendar calendar) {
    this.calendar = calendar;
  }

  /**
   * In ISO 8601: {@code B3}, three business days, takes as many days as the calendar says; {@code
   * P7D+B} moves on to the next business day when it would end on a holiday; other waits are as
   * they are.
   */
  String of(String wait, LocalDate from) {
    if (wait.startsWith("B")) {
      return days(from, calendar.plus(from, Integer.parseInt(wait.substring(1))));
    }
    if (wait.endsWith(MOVES_ON)) {
      var planned = Duration.parse(wait.substring(0, wait.length() - MOVES_ON.length()));
      var ends = from.plusDays(planned.toDays());
      return days(from, calendar.isBusinessDay(ends) ? ends : calendar.next(ends));
    }
    return wait;
  }

  private static String days(LocalDate from, LocalDate until) {
    return Duration.ofDays(ChronoUnit.DAYS.between(from, until)).toString();
  }
}
