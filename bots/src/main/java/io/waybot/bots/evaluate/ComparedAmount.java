package io.waybot.bots.evaluate;

import org.jspecify.annotations.Nullable;

/**
 * An amount of both arms: its mean per customer and how far the means differ.
 *
 * @param column of the customers' data, over those who have a value; null: what the goal's sales
 *     brought, over all
 */
public record ComparedAmount(
    @Nullable String column, UpliftEstimator.Amounts treatment, UpliftEstimator.Amounts control) {

  /** Mean of treatment less mean of control, per customer, with its interval. */
  public UpliftEstimator.Caused difference() {
    return UpliftEstimator.difference(treatment, control, Evaluation.CONFIDENCE);
  }

  ComparedAmount and(ComparedAmount other) {
    return new ComparedAmount(column, treatment.and(other.treatment), control.and(other.control));
  }
}
