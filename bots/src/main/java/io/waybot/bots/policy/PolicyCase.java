package io.waybot.bots.policy;

import io.waybot.db.journey.JourneySettings.Purpose;
import io.waybot.db.policy.ContactRule;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Who asks, when and for what.
 *
 * @param businessDate the run's date: re-entry
 * @param today the bank's local date: caps, complaints, products held
 * @param channels the journey's channels, lower case
 * @param productKin products of the same class as those the journey offers; empty if it offers none
 * @param caps the bank's cap, then the journey's own stricter one
 * @param reentryDays how long a customer stays away from the same journey
 * @param rules the bank's rules by code
 */
record PolicyCase(
    UUID journey,
    LocalDate businessDate,
    LocalDate today,
    ZoneId zone,
    Purpose purpose,
    Set<String> channels,
    Set<String> productKin,
    List<Cap> caps,
    int reentryDays,
    Map<String, ContactRule> rules) {

  /** At most {@code contacts} within {@code days} days, today included. */
  record Cap(int contacts, int days) {}

  int days(String rule) {
    var found = rules.get(rule);
    if (found == null) {
      throw new IllegalStateException("the bank has no contact rule " + rule);
    }
    return found.parameter("days");
  }
}
