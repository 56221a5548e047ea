package io.waybot.db.benefit;

import java.math.BigDecimal;
import java.util.UUID;

/**
 * What is to be given, and how far.
 *
 * @param reason the same reason gives the same benefit to a customer at most once, ever
 * @param eachAtMost pieces of this benefit that one customer gets from this journey over all days
 * @param budgetYuan what this block of this journey may spend over all days
 */
public record GrantOrder(
    String benefit,
    UUID journeyId,
    String elementId,
    UUID runId,
    String reason,
    int eachAtMost,
    BigDecimal budgetYuan) {
  public GrantOrder {
    if (eachAtMost < 1 || budgetYuan.signum() < 0) {
      throw new IllegalArgumentException("at least one piece each, and no negative budget");
    }
  }
}
