package io.waybot.db.journey;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One signature that a submitted version needs.
 *
 * @param elementId the block a returned version's comment is about
 */
public record Approval(
    UUID id,
    UUID journeyVersionId,
    Step step,
    State state,
    @Nullable String decidedBy,
    @Nullable String comment,
    @Nullable String elementId,
    Instant dueAt,
    @Nullable Instant decidedAt) {

  /** Whose signature: the business owner's, consumer protection and compliance's. */
  public enum Step {
    BUSINESS,
    COMPLIANCE
  }

  public enum State {
    WAITING,
    APPROVED,
    RETURNED,
    VOID
  }
}
