package io.waybot.runtime.decision;

import io.waybot.bots.decide.DecisionTerms.Weights;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One decision of a window, as made or as it would be.
 *
 * @param valueYuan expected value, weighted as the planner wished, of all journeys in the window
 * @param boundYuan no choice within the limits is worth more
 * @param gap at most this share of the best possible value was missed
 * @param chosen this run's customers by channel
 * @param costYuan of the channels, this run's customers
 * @param weights of this run's journey
 * @param limits what was scarce, dearest first
 */
public record DecisionView(
    double valueYuan,
    double boundYuan,
    double gap,
    Map<String, Integer> chosen,
    double costYuan,
    Weights weights,
    List<Limit> limits) {

  /**
   * @param key {@code channel:sms}, {@code lead:1101}, {@code budget:deposit_daily}, {@code
   *     product:P01}
   * @param minimum units that should be used; 0: none wanted
   * @param capacity null: no limit
   * @param missing units by which the minimum is not met
   * @param priceYuan what one more unit would be worth; below 0: what one unit of the minimum costs
   * @param penaltyYuan what a missing unit of the minimum may cost at most
   */
  public record Limit(
      String key,
      double minimum,
      @Nullable Double capacity,
      double used,
      double missing,
      double priceYuan,
      double penaltyYuan) {}

  /**
   * The decision as made beside the one that would have been.
   *
   * @param changed this run's customers who would get something else, nothing, or something at last
   * @param seconds it took to decide again
   */
  public record WhatIf(DecisionView before, DecisionView after, int changed, double seconds) {}
}
