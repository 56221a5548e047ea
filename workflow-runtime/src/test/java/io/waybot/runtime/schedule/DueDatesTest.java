package io.waybot.runtime.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.waybot.db.calendar.BusinessCalendar;
import io.waybot.db.journey.JourneySettings;
import io.waybot.db.testing.TestDatabase;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class DueDatesTest {
  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
  private static BusinessCalendar calendar;

  @BeforeAll
  static void calendar() {
    var db = TestDatabase.H2.open();
    calendar = new BusinessCalendar(db.sql(), db.batch(), JsonMapper.builder().build());
    calendar.seed();
  }

  @Test
  void isDueFromItsTimeOnABusinessDay() {
    var journey = journey("BUSINESS_DAYS", "LAST", "2026-11-01T00:00", "2026-11-20");

    assertThat(due(journey, "2026-11-23T08:59")).isEmpty();
    assertThat(due(journey, "2026-11-23T09:00")).containsExactly(LocalDate.of(2026, 11, 23));
    assertThat(due(journey, "2026-11-22T12:00")).isEmpty();
  }

  @Test
  void worksOnTheSaturdayThatMakesUpForAHolidayAndRestsOnTheHoliday() {
    var journey = journey("BUSINESS_DAYS", "LAST", "2026-09-01T00:00", "2026-09-30");

    assertThat(due(journey, "2026-10-05T10:00")).isEmpty();
    assertThat(calendar.isBusinessDay(LocalDate.of(2026, 10, 10))).isTrue();
    assertThat(due(journey, "2026-10-10T10:00")).containsExactly(LocalDate.of(2026, 10, 10));
  }

  @Test
  void makesUpForTheLastMissedDateForAllOrForNone() {
    var since = "2026-11-01T00:00";
    var monday = LocalDate.of(2026, 11, 23);

    var last = due(journey("BUSINESS_DAYS", "LAST", since, "2026-11-18"), "2026-11-23T15:00");
    var all = due(journey("BUSINESS_DAYS", "ALL", since, "2026-11-18"), "2026-11-23T15:00");
    var none = due(journey("BUSINESS_DAYS", "NONE", since, "2026-11-18"), "2026-11-23T15:00");
    var onTime = due(journey("BUSINESS_DAYS", "NONE", since, "2026-11-18"), "2026-11-23T09:05");

    assertThat(last).containsExactly(monday);
    assertThat(all).containsExactly(LocalDate.of(2026, 11, 19), LocalDate.of(2026, 11, 20), monday);
    assertThat(none).isEmpty();
    assertThat(onTime).containsExactly(monday);
  }

  @Test
  void neverMakesUpForTheTimeBeforeItWasLive() {
    var journey = journey("EVERY_DAY", "ALL", "2026-11-22T09:30", null);

    assertThat(due(journey, "2026-11-23T10:00")).containsExactly(LocalDate.of(2026, 11, 23));
  }

  @Test
  void isExpectedOnItsDatesUntilItsRunIsOpened() {
    var friday = LocalDate.of(2026, 11, 20);
    var tenOClock = friday.atTime(10, 0).atZone(SHANGHAI).toInstant();
    var eight = friday.atTime(8, 0).atZone(SHANGHAI).toInstant();
    var dates = dates("2026-11-20T08:30");
    var journey = journey("BUSINESS_DAYS", "LAST", "2026-11-01T00:00", "2026-11-19");
    var opened = journey("BUSINESS_DAYS", "LAST", "2026-11-01T00:00", "2026-11-20");

    assertThat(dates.opensOn(journey, friday, tenOClock)).isTrue();
    assertThat(dates.opensOn(journey, friday, eight)).as("comes after the cut-off").isFalse();
    assertThat(dates.opensOn(opened, friday, tenOClock)).isFalse();
    assertThat(dates.opensOn(journey, friday.plusDays(1), tenOClock.plusSeconds(86_400)))
        .as("a Saturday")
        .isFalse();
  }

  @Test
  void staysWithinItsPeriod() {
    var journey =
        scheduled(
            "{\"from\":\"2026-11-24\",\"until\":\"2026-11-25\",\"schedule\":"
                + "{\"time\":\"09:00\",\"days\":\"EVERY_DAY\",\"missed\":\"ALL\"}}",
            "2026-11-01T00:00",
            null);

    assertThat(due(journey, "2026-11-28T10:00"))
        .containsExactly(LocalDate.of(2026, 11, 24), LocalDate.of(2026, 11, 25));
    assertThat(dates("2026-11-20T10:00").next(journey)).contains(LocalDate.of(2026, 11, 24));
    assertThat(dates("2026-11-25T10:00").next(journey)).isEmpty();
  }

  @Test
  void saysWhenItRunsNext() {
    var journey = journey("BUSINESS_DAYS", "LAST", "2026-11-01T00:00", null);

    assertThat(dates("2026-11-20T08:00").next(journey)).contains(LocalDate.of(2026, 11, 20));
    assertThat(dates("2026-11-20T09:00").next(journey)).contains(LocalDate.of(2026, 11, 23));
    assertThat(dates("2026-11-20T09:00").next(scheduled("{}", "2026-11-01T00:00", null))).isEmpty();
  }

  private static List<LocalDate> due(Scheduled journey, String now) {
    return dates(now).due(journey);
  }

  private static DueDates dates(String now) {
    return new DueDates(calendar, Clock.fixed(instant(now), SHANGHAI));
  }

  private static Scheduled journey(
      String days, String missed, String since, @Nullable String lastDate) {
    return scheduled(
        "{\"schedule\":{\"time\":\"09:00\",\"days\":\"%s\",\"missed\":\"%s\"}}"
            .formatted(days, missed),
        since,
        lastDate);
  }

  private static Scheduled scheduled(String settings, String since, @Nullable String lastDate) {
    return new Scheduled(
        UUID.randomUUID(),
        "deposit_daily",
        JourneySettings.fromJson(settings),
        instant(since),
        lastDate == null ? null : LocalDate.parse(lastDate));
  }

  private static Instant instant(String local) {
    return java.time.LocalDateTime.parse(local).atZone(SHANGHAI).toInstant();
  }
}
