package io.waybot.bots.dispatch;

import io.waybot.db.calendar.SendingHours;
import io.waybot.db.dispatch.DispatchWishes;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;

/**
 * When each of a block's sends is due, one after the other: inside the block's hours, so many a
 * minute.
 */
final class Turns {
  private final @Nullable SendingHours hours;
  private final @Nullable Integer perMinute;
  private ZonedDateTime minute;
  private int given;

  Turns(DispatchWishes wishes, Instant from, ZoneId zone) {
    this.hours = wishes.hours() == null ? null : SendingHours.parse(wishes.hours());
    this.perMinute = wishes.perMinute();
    this.minute = open(from.atZone(zone));
  }

  Instant next() {
    if (perMinute != null && given == perMinute) {
      minute = open(minute.plusMinutes(1));
      given = 0;
    }
    given++;
    return minute.toInstant();
  }

  private ZonedDateTime open(ZonedDateTime at) {
    return hours == null ? at : hours.nextAllowed(at, day -> true).orElseThrow();
  }
}
