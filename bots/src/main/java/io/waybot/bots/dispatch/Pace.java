package io.waybot.bots.dispatch;

import java.time.Duration;

/**
 * How many sends a round takes, so that the last call begins while its mark is young: half the
 * mark's validity for the whole round. A slow store or provider gets small rounds, a quick one
 * large ones.
 */
final class Pace {
  private static final int FIRST = 500;
  private static final int LARGEST = 8_000;

  private final long aimNanos;
  private int atOnce = FIRST;

  Pace(Duration markValid) {
    this.aimNanos = Math.max(1, markValid.toNanos() / 2);
  }

  synchronized int atOnce() {
    return atOnce;
  }

  /** A round took so many, in so long; it changes the next by a factor of 1/4 to 2. */
  synchronized void took(int sends, long nanos) {
    double fitting = (double) sends * aimNanos / Math.max(1, nanos);
    if (fitting < atOnce) {
      atOnce = (int) Math.max(1, Math.max(atOnce / 4.0, fitting));
    } else if (sends >= atOnce) {
      atOnce = (int) Math.min(LARGEST, Math.min(atOnce * 2.0, fitting));
    }
  }
}
