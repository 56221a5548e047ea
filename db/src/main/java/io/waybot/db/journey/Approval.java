package io.waybot.db.journey;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One signature that a submitted version needs.
 *
 * @param stage signatures of one stage are given in any order, a later stage after all before it
 * @param signedFor whose deputy decided; null: it was the decider's own duty
 * @param elementId the block a returned version's comment is about
 * @param checked what the signer confirmed to have looked at; null: they were not asked
 */
public record Approval(
    UUID id,
    UUID journeyVersionId,
    Step step,
    int stage,
    State state,
    @Nullable String decidedBy,
    @Nullable String signedFor,
    @Nullable String comment,
    @Nullable String elementId,
    @Nullable List<String> checked,
    Instant dueAt,
    @Nullable Instant decidedAt) {

  /**
   * Whose signature: the business owner's, consumer protection and compliance's, the head of
   * retail's. The bank's matrix says which of them, and in what order.
   */
  public enum Step {
    BUSINESS,
    COMPLIANCE,
    HEAD_OF_RETAIL
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

  /** Whether it can be given now: it is open, and no earlier stage of the version is. */
  public boolean isDueAmong(List<Approval> ofTheVersion) {
    return isOpen()
        && ofTheVersion.stream().noneMatch(other -> other.isOpen() && other.stage < stage);
  }
}
