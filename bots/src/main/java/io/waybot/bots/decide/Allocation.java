package io.waybot.bots.decide;

/**
 * A plan with its proof.
 *
 * @param chosen each customer's option, −1 for none
 * @param prices yuan for one more unit of each resource
 * @param used units of each resource
 * @param objective yuan, the plan's value
 * @param upperBound yuan that no plan exceeds
 */
record Allocation(
    int[] chosen, double[] prices, double[] used, double objective, double upperBound) {

  /** At most this share of the best possible value was missed; 0 = proven best. */
  double gap() {
    return upperBound <= 0 ? 0 : Math.max(0, (upperBound - objective) / upperBound);
  }
}
