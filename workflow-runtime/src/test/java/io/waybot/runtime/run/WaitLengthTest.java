package io.waybot.runtime.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.waybot.db.calendar.BusinessCalendar;
import io.waybot.db.testing.TestDatabase;
import io.waybot.db.testing.TestStores;
import java.time.Clock;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class WaitLengthTest {
  private static final LocalDate FRIDAY = LocalDate.of(2026, 11, 20);

  private final WaitLength waits =
      new WaitLength(
          new TestStores(TestDatabase.H2.open(), Clock.systemUTC()).bean(BusinessCalendar.class));

  @Test
  void businessDaysStepOverTheWeekend() {
    assertThat(waits.of("B1", FRIDAY)).isEqualTo("PT72H");
    assertThat(waits.of("B3", FRIDAY)).isEqualTo("PT120H");
  }

  @Test
  void daysThatWouldEndOnAHolidayMoveOnWhenThePlannerSaysSo() {
    assertThat(waits.of("P1D+B", FRIDAY)).as("not on Saturday").isEqualTo("PT72H");
    assertThat(waits.of("P4D+B", FRIDAY)).as("a Tuesday").isEqualTo("PT96H");
    assertThat(waits.of("P1D", FRIDAY)).as("stays on Saturday").isEqualTo("P1D");
    assertThat(waits.of("PT4H", FRIDAY)).isEqualTo("PT4H");
  }
}
