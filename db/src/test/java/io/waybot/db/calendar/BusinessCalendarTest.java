package io.waybot.db.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import io.waybot.db.testing.TestDatabase;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.json.JsonMapper;

class BusinessCalendarTest {

  @ParameterizedTest
  @EnumSource
  void worksOnMadeUpSaturdaysAndRestsOnHolidays(TestDatabase kind) {
    var calendar = seeded(kind);

    assertThat(calendar.isBusinessDay(LocalDate.of(2026, 2, 14))).as("调休 Saturday").isTrue();
    assertThat(calendar.isBusinessDay(LocalDate.of(2026, 2, 16))).as("spring festival").isFalse();
    assertThat(calendar.isBusinessDay(LocalDate.of(2026, 11, 20))).as("a Friday").isTrue();
    assertThat(calendar.isBusinessDay(LocalDate.of(2026, 11, 21))).as("a Saturday").isFalse();
    assertThat(calendar.next(LocalDate.of(2026, 9, 30))).isEqualTo(LocalDate.of(2026, 10, 8));
    assertThat(calendar.previous(LocalDate.of(2026, 10, 8))).isEqualTo(LocalDate.of(2026, 9, 30));
    assertThat(calendar.plus(LocalDate.of(2026, 11, 20), 3)).isEqualTo(LocalDate.of(2026, 11, 25));
  }

  @ParameterizedTest
  @EnumSource
  void fallsBackToWeekendsAndFixedHolidaysInAnUnknownYearAndSaysSo(TestDatabase kind) {
    var calendar = seeded(kind);

    assertThat(calendar.knows(2026)).isTrue();
    assertThat(calendar.knows(2027)).isFalse();
    assertThat(calendar.isBusinessDay(LocalDate.of(2027, 10, 1))).isFalse();
    assertThat(calendar.isBusinessDay(LocalDate.of(2027, 10, 4))).isTrue();
  }

  @ParameterizedTest
  @EnumSource
  void keepsWhatTheBankDeclaredWhenSeededAgain(TestDatabase kind) {
    var calendar = seeded(kind);

    calendar.declare(LocalDate.of(2026, 2, 14), false, "bank holiday");
    calendar.declare(LocalDate.of(2026, 12, 13), true, BusinessCalendar.MOURNING);
    calendar.seed();

    assertThat(calendar.isBusinessDay(LocalDate.of(2026, 2, 14))).isFalse();
    assertThat(calendar.allowsMarketing(LocalDate.of(2026, 12, 13))).isFalse();
    assertThat(calendar.allowsMarketing(LocalDate.of(2026, 4, 5))).as("Qingming").isFalse();
    assertThat(calendar.allowsMarketing(LocalDate.of(2025, 4, 4))).as("Qingming").isFalse();
    assertThat(calendar.allowsMarketing(LocalDate.of(2026, 4, 6))).isTrue();
  }

  private static BusinessCalendar seeded(TestDatabase kind) {
    var db = kind.open();
    var calendar = new BusinessCalendar(db.sql(), db.batch(), JsonMapper.builder().build());
    calendar.seed();
    return calendar;
  }
}
