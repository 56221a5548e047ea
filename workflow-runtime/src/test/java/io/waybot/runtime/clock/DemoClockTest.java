package io.waybot.runtime.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.waybot.db.calendar.BusinessCalendar;
import io.waybot.db.testing.TestDatabase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.json.JsonMapper;

class DemoClockTest {
  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
  private static final Clock SUNDAY_NIGHT =
      Clock.fixed(Instant.parse("2026-11-22T15:30:00Z"), SHANGHAI);
  private static final Clock A_WEEK_LATER = Clock.offset(SUNDAY_NIGHT, Duration.ofDays(7));

  @ParameterizedTest
  @EnumSource
  void startsOnTheLastBusinessDayBeforeTheFirstStartAtNine(TestDatabase database) {
    var clock = demoClock(database.open(), SUNDAY_NIGHT);

    assertThat(clock.d0()).isEqualTo(LocalDate.of(2026, 11, 20));
    assertThat(clock.instant())
        .isBetween(Instant.parse("2026-11-20T01:00:00Z"), Instant.parse("2026-11-20T01:01:00Z"));
    assertThat(LocalDate.now(clock)).isEqualTo(clock.d0());
  }

  @ParameterizedTest
  @EnumSource
  void goesOnWhereItStoodWhenStartedAgainMuchLater(TestDatabase database) {
    var db = database.open();
    var moved = Instant.parse("2026-11-23T01:00:00Z");
    demoClock(db, SUNDAY_NIGHT).moveTo(moved);

    var again = demoClock(db, A_WEEK_LATER);

    assertThat(again.d0()).isEqualTo(LocalDate.of(2026, 11, 20));
    assertThat(again.instant()).isBetween(moved, moved.plusSeconds(60));
  }

  @ParameterizedTest
  @EnumSource
  void remembersHowFarItWasMovedForTheEngineThatForgets(TestDatabase database) {
    var db = database.open();
    var clock = demoClock(db, SUNDAY_NIGHT);
    clock.moveTo(Instant.parse("2026-11-23T01:00:00Z"));
    clock.moveTo(Instant.parse("2026-11-24T01:00:00Z"));

    var again = demoClock(db, A_WEEK_LATER);

    assertThat(again.machineTimeWithMoves())
        .isBetween(
            A_WEEK_LATER.instant().plus(Duration.ofDays(4)).minusSeconds(60),
            A_WEEK_LATER.instant().plus(Duration.ofDays(4)));
  }

  @ParameterizedTest
  @EnumSource
  void neverMovesBack(TestDatabase database) {
    var clock = demoClock(database.open(), SUNDAY_NIGHT);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> clock.moveTo(Instant.parse("2026-11-20T00:00:00Z")));
  }

  @ParameterizedTest
  @EnumSource
  void doesNotStartOnAPublicHoliday(TestDatabase database) {
    var inNationalWeek = Clock.fixed(Instant.parse("2026-10-05T03:00:00Z"), SHANGHAI);

    var clock = demoClock(database.open(), inNationalWeek);

    assertThat(clock.d0()).isEqualTo(LocalDate.of(2026, 9, 30));
  }

  private static DemoClock demoClock(TestDatabase.Access db, Clock machine) {
    var calendar = new BusinessCalendar(db.sql(), db.batch(), JsonMapper.builder().build());
    calendar.seed();
    return new DemoClock(db.sql(), calendar, machine);
  }
}
