package io.waybot.runtime.clock;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A second later each time it is asked, so that what is written one after the other is sorted. */
public final class TickingClock extends Clock {
  private Instant now = Instant.parse("2026-11-20T01:00:00Z");

  @Override
  public Instant instant() {
    now = now.plus(Duration.ofSeconds(1));
    return now;
  }

  @Override
  public ZoneOffset getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return this;
  }
}
