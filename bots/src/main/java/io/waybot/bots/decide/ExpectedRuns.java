package io.waybot.bots.decide;

import java.time.Instant;
import java.time.LocalDate;

/** Who knows which runs of a date have still to be opened. */
public interface ExpectedRuns {
  /**
   * Live journeys with a decision that are due on the date before {@code latest} and have no run of
   * it yet.
   */
  int notOpened(LocalDate businessDate, Instant latest);
}
