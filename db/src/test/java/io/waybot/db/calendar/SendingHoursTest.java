package io.waybot.db.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalTime;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SendingHoursTest {
  private static final ZonedDateTime FRIDAY_2000 =
      ZonedDateTime.parse("2026-11-20T20:00:00+08:00[Asia/Shanghai]");

  @Test
  void movesAnEveningTextToTheNextMorning() {
    var hours = SendingHours.parse("09:00-20:00");

    assertThat(hours.allow(LocalTime.of(19, 59))).isTrue();
    assertThat(hours.allow(LocalTime.of(20, 0))).isFalse();
    assertThat(hours.nextAllowed(FRIDAY_2000, day -> true))
        .contains(ZonedDateTime.parse("2026-11-21T09:00:00+08:00[Asia/Shanghai]"));
  }

  @Test
  void skipsDaysThatAreNotAllowedAndTheLunchBreak() {
    var hours = SendingHours.parse("10:00-12:00,14:00-19:00");

    assertThat(hours.nextAllowed(FRIDAY_2000, day -> day.getDayOfWeek().getValue() <= 5))
        .contains(ZonedDateTime.parse("2026-11-23T10:00:00+08:00[Asia/Shanghai]"));
    assertThat(hours.nextAllowed(FRIDAY_2000.withHour(12).withMinute(30), day -> true))
        .contains(ZonedDateTime.parse("2026-11-20T14:00:00+08:00[Asia/Shanghai]"));
    assertThat(hours.nextAllowed(FRIDAY_2000, day -> false)).isEmpty();
  }

  @Test
  void speaksAtAnyTimeWhenTheDayIsOpen() {
    assertThat(SendingHours.parse("00:00-24:00").nextAllowed(FRIDAY_2000, day -> true))
        .contains(FRIDAY_2000);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "9-20", "09:00", "20:00-09:00", "10:00-12:00,11:00-13:00", "25:00-26:00"})
  void refusesWhatAreNoHours(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> SendingHours.parse(text));
  }
}
