package io.waybot.runtime.schedule;

import io.waybot.db.calendar.BusinessCalendar;
import io.waybot.db.journey.JourneySettings.Schedule;
import io.waybot.db.journey.JourneySettings.Schedule.Days;
import io.waybot.db.journey.JourneySettings.Schedule.Missed;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Which business dates of a journey are due by the bank's clock, and which comes next. */
@Component
class DueDates {
  /** A run that starts this late was not missed. */
  private static final Duration ON_TIME = Duration.ofMinutes(10);

  /** How far back missed dates are made up for, and how far ahead the next one is looked for. */
  private static final int HORIZON_DAYS = 40;

  private final BusinessCalendar calendar;
  private final Clock clock;

  DueDates(BusinessCalendar calendar, Clock clock) {
    this.calendar = calendar;
    this.clock = clock;
  }

  /** In order; empty when nothing is due. */
  List<LocalDate> due(Scheduled journey) {
    var schedule = journey.settings().schedule();
    if (schedule == null) {
      return List.of();
    }
    var now = clock.instant();
    var today = LocalDate.now(clock);
    var dates = new ArrayList<LocalDate>();
    for (var date = today.minusDays(HORIZON_DAYS); !date.isAfter(today); date = date.plusDays(1)) {
      if (isDue(journey, schedule, date, now)) {
        dates.add(date);
      }
    }
    return made(schedule, dates, now);
  }

  /** The next date that a run will open on by itself. */
  Optional<LocalDate> next(Scheduled journey) {
    var schedule = journey.settings().schedule();
    if (schedule == null) {
      return Optional.empty();
    }
    var now = clock.instant();
    var today = LocalDate.now(clock);
    for (var date = today; date.isBefore(today.plusDays(HORIZON_DAYS)); date = date.plusDays(1)) {
      if (runsOn(journey, schedule, date) && at(schedule, date).isAfter(now)) {
        return Optional.of(date);
      }
    }
    return Optional.empty();
  }

  /** The next run that opens by itself; empty without a schedule or past the end. */
  Optional<ScheduleService.Next> nextRun(Scheduled journey) {
    var schedule = journey.settings().schedule();
    return schedule == null
        ? Optional.empty()
        : next(journey).map(date -> new ScheduleService.Next(date, at(schedule, date)));
  }

  /** All dates that a run opens on by itself, both ends included. */
  List<LocalDate> between(Scheduled journey, LocalDate from, LocalDate to) {
    var schedule = journey.settings().schedule();
    return schedule == null
        ? List.of()
        : from.datesUntil(to.plusDays(1)).filter(date -> runsOn(journey, schedule, date)).toList();
  }

  Instant at(Schedule schedule, LocalDate date) {
    return date.atTime(schedule.time()).atZone(clock.getZone()).toInstant();
  }

  /**
   * Whether the date's run is to be opened by itself, not later than {@code latest}, and is not.
   */
  boolean opensOn(Scheduled journey, LocalDate date, Instant latest) {
    var schedule = journey.settings().schedule();
    var last = journey.lastDate();
    return schedule != null
        && runsOn(journey, schedule, date)
        && !at(schedule, date).isAfter(latest)
        && !at(schedule, date).isBefore(journey.liveSince())
        && (last == null || date.isAfter(last));
  }

  private boolean isDue(Scheduled journey, Schedule schedule, LocalDate date, Instant now) {
    var time = at(schedule, date);
    var last = journey.lastDate();
    return runsOn(journey, schedule, date)
        && !time.isAfter(now)
        && !time.isBefore(journey.liveSince())
        && (last == null || date.isAfter(last));
  }

  private boolean runsOn(Scheduled journey, Schedule schedule, LocalDate date) {
    return journey.settings().covers(date)
        && (schedule.days() == Days.EVERY_DAY || calendar.isBusinessDay(date));
  }

  private List<LocalDate> made(Schedule schedule, List<LocalDate> dates, Instant now) {
    if (dates.isEmpty() || schedule.missed() == Missed.ALL) {
      return dates;
    }
    var newest = dates.getLast();
    var late = Duration.between(at(schedule, newest), now).compareTo(ON_TIME) > 0;
    return late && schedule.missed() == Missed.NONE ? List.of() : List.of(newest);
  }
}
