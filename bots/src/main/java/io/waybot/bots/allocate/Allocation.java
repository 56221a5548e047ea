package io.waybot.bots.allocate;

/**
 * A plan with its proof.
 *
 * @param chosen each unit's option, −1 for none
 * @param prices yuan for one more unit of each limit: between what the best one left out and the
 *     least one accepted would bring by it; of a limit with nothing to give what the best bidder
 *     would gain; below 0: what one unit of its minimum costs
 * @param used units of each limit
 * @param missing units by which each minimum is not met
 * @param objective yuan, the plan's value
 * @param upperBound yuan that no plan exceeds that misses the minima by no more than this one
 */
public record Allocation(
    int[] chosen,
    double[] prices,
    double[] used,
    double[] missing,
    double objective,
    double upperBound) {

  /** At most this share of the best possible value was missed; 0 = proven best. */
  public double gap() {
    return upperBound <= 0 ? 0 : (upperBound - objective) / upperBound;
  }
}
