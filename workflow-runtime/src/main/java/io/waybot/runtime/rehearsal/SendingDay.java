package io.waybot.runtime.rehearsal;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What one day is expected to send.
 *
 * @param channels expected contacts by channel code, of all journeys
 * @param journeys that run or send on the day
 */
public record SendingDay(
    LocalDate date,
    boolean businessDay,
    Map<String, Integer> channels,
    List<JourneyShare> journeys) {

  /**
   * A journey's part of a day.
   *
   * @param sends by channel code; empty for a journey that neither ran nor was rehearsed
   * @param basis the run or rehearsal that the numbers are from
   */
  public record JourneyShare(
      UUID journeyId, String nameZh, String nameEn, Map<String, Integer> sends, Basis basis) {}

  /** Where a journey's numbers come from. */
  public enum Basis {
    RUN,
    REHEARSAL,
    UNKNOWN
  }
}
