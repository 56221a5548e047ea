package io.waybot.db.journey;

import java.time.Instant;
import java.util.List;
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

  /**
   * Whose signature: the business owner's, consumer protection and compliance's beside it, and the
   * head of retail's after both.
   */
  public enum Step {
    BUSINESS,
    COMPLIANCE,
    HEAD_OF_RETAIL;

    /** Given when all others are. */
    public boolean last() {
      return this == HEAD_OF_RETAIL;
    }
  }

  public enum State {
    WAITING,
    APPROVED,
    RETURNED,
    VOID
  }

  public boolean isOpen() {
    return state == State.WAITING;
  }

  /** Whether it can be given now: it is open, and nobody else of the version has to go first. */
  public boolean isDueAmong(List<Approval> ofTheVersion) {
    return isOpen()
        && (!step.last()
            || ofTheVersion.stream().noneMatch(other -> other.isOpen() && !other.step.last()));
  }
}
