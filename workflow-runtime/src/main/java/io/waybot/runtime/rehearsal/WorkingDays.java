package io.waybot.runtime.rehearsal;

import io.waybot.db.calendar.BusinessCalendar;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.time.format.DateTimeParseException;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The bank's working days of some months, read once. */
class WorkingDays {
  private final Set<LocalDate> working = new HashSet<>();
  private final LocalDate last;

  WorkingDays(BusinessCalendar calendar, LocalDate from, LocalDate to) {
    last = to;
    calendar.days(from, to).stream()
        .filter(BusinessCalendar.Day::working)
        .forEach(day -> working.add(day.date()));
  }

  boolean works(LocalDate date) {
    return working.contains(date);
  }

  /** The date itself if the bank works, else the next on which it does. */
  LocalDate orNext(LocalDate date) {
    var day = date;
    while (!works(day) && day.isBefore(last)) {
      day = day.plusDays(1);
    }
    return day;
  }

  /**
   * When a wait that begins on a date is over.
   *
   * @param pause ISO 8601, or {@code B3} for business days; null: at once
   */
  LocalDate after(LocalDate date, @Nullable String pause) {
    if (pause == null) {
      return date;
    }
    if (pause.startsWith("B")) {
      var day = date;
      for (int i = Integer.parseInt(pause.substring(1)); i > 0; i--) {
        day = orNext(day.plusDays(1));
      }
      return day;
    }
    return pause.contains("T") || pause.endsWith("D")
        ? date.plusDays(days(pause))
        : date.plus(Period.parse(pause));
  }

  private static long days(String pause) {
    try {
      return Duration.parse(pause).toDays();
    } catch (DateTimeParseException e) {
      return Period.parse(pause).getDays();
    }
  }
}
