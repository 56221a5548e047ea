package io.waybot.runtime.journey.approval;

import io.waybot.db.calendar.BusinessCalendar;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import org.springframework.stereotype.Component;

/** The hours at which the bank works: 9 to 18 on business days. */
@Component
public class BusinessHours {
  private static final LocalTime OPENS = LocalTime.of(9, 0);
  private static final LocalTime CLOSES = LocalTime.of(18, 0);

  private final BusinessCalendar calendar;
  private final Clock clock;

  BusinessHours(BusinessCalendar calendar, Clock clock) {
    this.calendar = calendar;
    this.clock = clock;
  }

  /** The moment so many business hours after another. */
  public Instant plus(Instant from, int hours) {
    var left = Duration.ofHours(hours);
    var at = from.atZone(clock.getZone()).toLocalDateTime();
    while (true) {
      var opens = at.toLocalDate().atTime(OPENS);
      var closes = at.toLocalDate().atTime(CLOSES);
      if (calendar.isBusinessDay(at.toLocalDate()) && at.isBefore(closes)) {
        var begins = at.isBefore(opens) ? opens : at;
        var today = Duration.between(begins, closes);
        if (left.compareTo(today) <= 0) {
          return begins.plus(left).atZone(clock.getZone()).toInstant();
        }
        left = left.minus(today);
      }
      at = calendar.next(at.toLocalDate()).atTime(OPENS);
    }
  }

  /** The close of business so many business days after today. */
  public Instant closeOfDay(int days) {
    return calendar
        .plus(java.time.LocalDate.now(clock), days)
        .atTime(CLOSES)
        .atZone(clock.getZone())
        .toInstant();
  }
}
