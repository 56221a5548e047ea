package io.waybot.runtime.rules;

import io.waybot.db.bank.AuditLog;
import io.waybot.db.bank.Role;
import io.waybot.db.calendar.BusinessCalendar;
import io.waybot.runtime.access.CurrentUser;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The business calendar: shipped holidays and 调休 workdays, and what administrators declare. */
@Service
public class CalendarService {
  private final BusinessCalendar calendar;
  private final AuditLog audit;
  private final CurrentUser user;
  private final Clock clock;

  CalendarService(BusinessCalendar calendar, AuditLog audit, CurrentUser user, Clock clock) {
    this.calendar = calendar;
    this.audit = audit;
    this.user = user;
    this.clock = clock;
  }

  /**
   * One day of the calendar.
   *
   * @param declared whether somebody or the shipped calendar says something about this very day
   */
  public record CalendarDay(
      LocalDate date, boolean working, boolean declared, @Nullable String note) {}

  public LocalDate today() {
    return LocalDate.now(clock);
  }

  public List<CalendarDay> month(YearMonth month) {
    Map<LocalDate, BusinessCalendar.Day> declared =
        calendar.days(month.atDay(1), month.atEndOfMonth()).stream()
            .collect(Collectors.toMap(BusinessCalendar.Day::date, Function.identity()));
    return IntStream.rangeClosed(1, month.lengthOfMonth())
        .mapToObj(month::atDay)
        .map(date -> {
          var day = declared.get(date);
          return new CalendarDay(
              date, calendar.isBusinessDay(date), day != null, day == null ? null : day.note());
        })
        .toList();
  }

  /** Whether holidays of the year are known; otherwise weekends only are free. */
  public boolean knows(int year) {
    return calendar.knows(year);
  }

  @Transactional
  public void declare(LocalDate date, boolean working, @Nullable String note) {
    var person = user.with(Role.ADMIN);
    calendar.declare(date, working, note);
    audit.append(
        person.login(),
        "calendar.declare",
        date.toString(),
        (working ? "working" : "free") + " " + note);
  }
}
