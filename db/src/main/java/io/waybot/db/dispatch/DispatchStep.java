package io.waybot.db.dispatch;

import java.time.Instant;
import java.util.UUID;

/**
 * A dispatch block of a run while its sends are under way.
 *
 * @param stepId the row of the step ledger that waits
 * @param scopeRunId the run whose ledger keys are used: a RERUN's is that date's DAILY run
 * @param step {@code elementId#pass}
 * @param sendBy what is not sent by then is withheld
 * @param filled every customer of the audience has its row
 * @param otherFilled so has everybody whom the wished other channel is to reach
 */
public record DispatchStep(
    UUID stepId,
    UUID runId,
    UUID scopeRunId,
    String elementId,
    String step,
    String channel,
    UUID audienceId,
    boolean rehearsal,
    Instant sendBy,
    boolean filled,
    DispatchWishes wishes,
    boolean otherFilled) {

  /** The same block on the other channel: its rows stand beside the first ones. */
  public DispatchStep on(String otherChannel) {
    return new DispatchStep(
        stepId,
        runId,
        scopeRunId,
        elementId,
        step,
        otherChannel,
        audienceId,
        rehearsal,
        sendBy,
        filled,
        wishes,
        otherFilled);
  }
}
