package io.waybot.runtime.why;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What became of one customer in one run, and everything that led there.
 *
 * @param rule for REMOVED: the first contact rule that hit
 * @param elementId the step that settled it
 * @param reason for NOT_CHOSEN: capacity, budget, other_journey, no_value …
 * @param candidates of all journeys that competed in the same decision, recomputed
 */
public record WhyView(
    String customer,
    Fate fate,
    @Nullable String rule,
    @Nullable String elementId,
    @Nullable String reason,
    @Nullable Chosen decision,
    List<Candidate> candidates,
    List<Sent> dispatches,
    @Nullable Handed lead,
    List<Sale> conversions) {

  /**
   * For those who may not know who is control: whoever was not chosen looks the same, held out or
   * not.
   */
  WhyView withoutArm() {
    return fate == Fate.CONTROL || fate == Fate.NOT_CHOSEN
        ? new WhyView(
            customer,
            Fate.NOT_CHOSEN,
            null,
            null,
            null,
            null,
            List.of(),
            dispatches,
            lead,
            conversions)
        : this;
  }

  /** What became of a customer. */
  public enum Fate {
    NOT_IN_AUDIENCE,
    REMOVED,
    CONTROL,
    NOT_CHOSEN,
    CHOSEN
  }

  /** What became of a candidate. */
  public enum Ending {
    CHOSEN,
    LOST,
    REMOVED
  }

  /**
   * @param treatment product and content
   */
  public record Chosen(String treatment, String channel, double value, double price) {}

  /**
   * @param value weighted yuan it was worth when decided; 0 where a rule removed it first
   * @param price what its scarce capacities were worth to others
   * @param strategy row of the strategy table that wanted the customer
   */
  public record Candidate(
      String journey,
      String treatment,
      String channel,
      double value,
      double price,
      Ending outcome,
      @Nullable String reason,
      @Nullable String strategy) {}

  public record Sent(
      UUID id,
      String elementId,
      int pass,
      String channel,
      String state,
      @Nullable String rule,
      int attempts,
      @Nullable Instant sentAt,
      List<Receipt> receipts) {}

  public record Receipt(String type, Instant at) {}

  public record Handed(
      UUID id, @Nullable String staff, String state, @Nullable String outcome, LocalDate dueOn) {}

  public record Sale(String product, Instant at) {}
}
