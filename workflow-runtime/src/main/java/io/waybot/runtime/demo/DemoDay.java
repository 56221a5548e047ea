package io.waybot.runtime.demo;

import io.waybot.db.bank.AuditLog;
import io.waybot.db.calendar.BusinessCalendar;
import io.waybot.runtime.access.ApiProblem;
import io.waybot.runtime.clock.DemoClock;
import io.waybot.runtime.engine.EngineClock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * The demo's next business day: its data arrives overnight, then the bank's clock and the engine's
 * stand at nine.
 */
@Component
@ConditionalOnProperty(name = "waybot.demo.enabled", havingValue = "true")
public class DemoDay {
  private static final LocalTime OPENING = LocalTime.of(9, 0);

  private final DemoClock clock;
  private final BusinessCalendar calendar;
  private final DemoData data;
  private final EngineClock engine;
  private final AuditLog audit;
  private final AtomicBoolean moving = new AtomicBoolean();

  DemoDay(
      DemoClock clock,
      BusinessCalendar calendar,
      DemoData data,
      EngineClock engine,
      AuditLog audit) {
    this.clock = clock;
    this.engine = engine;
    this.calendar = calendar;
    this.data = data;
    this.audit = audit;
  }

  public LocalDate today() {
    return LocalDate.now(clock);
  }

  /**
   * Goes to the next business day; takes some seconds.
   *
   * @return the new business date
   * @throws ApiProblem 409 {@code day_is_moving} if somebody else pressed the button
   */
  public LocalDate next(String by) {
    if (!moving.compareAndSet(false, true)) {
      throw new ApiProblem(HttpStatus.CONFLICT, "day_is_moving");
    }
    try {
      var today = today();
      var next = calendar.next(today);
      for (var day = today.plusDays(1); !day.isAfter(next); day = day.plusDays(1)) {
        data.arrive(clock.d0(), (int) ChronoUnit.DAYS.between(clock.d0(), day));
      }
      data.customersOf(next);
      clock.moveTo(next.atTime(OPENING).atZone(clock.getZone()).toInstant());
      engine.follow();
      audit.append(by, "demo.next_day", next.toString(), null);
      return next;
    } finally {
      moving.set(false);
    }
  }
}
