package io.waybot.runtime.rehearsal;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One customer's way through a run or a rehearsal, block by block.
 *
 * @param customer the bank's number
 * @param lines the lines of the drawing that the customer went along
 */
public record CustomerWay(UUID runId, String customer, List<Stop> stops, List<String> lines) {

  /** What a block did with the customer. */
  public enum Did {
    /** It was passed on in a list. */
    WENT_ON,
    /** The way ends here, by a rule or reason. */
    LEFT,
    /** It is not on the list that the block pulled. */
    NOT_FOUND,
    /** It was written to, or handed to staff. */
    CONTACTED,
    /** It was to be written to and was not. */
    NOT_CONTACTED,
    /** The block worked with the customer's list and told nobody apart. */
    SEEN,
    /** The block has not been reached yet. */
    AHEAD
  }

  /**
   * A block on the way.
   *
   * @param set the list it was passed on in, or the state of the send
   * @param reason the rule that removed it, or why it was not chosen or not sent
   * @param forecast drawn, as behind a wait of a rehearsal nobody can have answered
   */
  public record Stop(
      String elementId,
      String name,
      Did did,
      @Nullable String set,
      @Nullable String reason,
      boolean forecast) {
    boolean ends() {
      return did == Did.LEFT || did == Did.NOT_FOUND || did == Did.AHEAD;
    }
  }
}
