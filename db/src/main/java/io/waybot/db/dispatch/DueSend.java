package io.waybot.db.dispatch;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A row that was taken, with what its judgement needs.
 *
 * @param doubts how many calls of it may have arrived
 * @param uncertain an earlier call of it may have arrived
 * @param markedOn the local date it counts on already, after an uncertain call
 * @param runState the run's state: a cancelled run sends nothing
 * @param orgPath the customer's place in the organisation, {@code /00/11/1101/}
 * @param purpose of its content: MARKETING, CARE, SERVICE
 * @param validUntil last day of its wording
 * @param riskLevel of its product, null when that is no investment
 */
public record DueSend(
    UUID id,
    UUID runId,
    UUID scopeRunId,
    String step,
    UUID journeyId,
    String runState,
    int customer,
    String customerKey,
    String orgPath,
    String channel,
    String key,
    String contentCode,
    int contentVersion,
    @Nullable String productCode,
    String language,
    String purpose,
    @Nullable LocalDate validUntil,
    @Nullable Integer riskLevel,
    int attempts,
    int doubts,
    boolean uncertain,
    @Nullable LocalDate markedOn,
    Instant sendBy) {

  public boolean marketing() {
    return purpose.equals("MARKETING");
  }

  /**
   * Of a marked row: no call of it was begun before. A call that was not begun takes its attempt
   * and its contact back, every other leaves the attempt.
   */
  boolean firstAttempt() {
    return attempts == 1;
  }

  /** The same row once it counts on a local date. */
  public DueSend marked(LocalDate on) {
    return new DueSend(
        id,
        runId,
        scopeRunId,
        step,
        journeyId,
        runState,
        customer,
        customerKey,
        orgPath,
        channel,
        key,
        contentCode,
        contentVersion,
        productCode,
        language,
        purpose,
        validUntil,
        riskLevel,
        attempts + 1,
        doubts,
        uncertain,
        on,
        sendBy);
  }
}
