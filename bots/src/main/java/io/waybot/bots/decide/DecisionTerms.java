package io.waybot.bots.decide;

import io.waybot.db.content.Channel;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one journey brings to a decision window, frozen when it joins: enough to recompute the value
 * of each candidate later.
 *
 * @param today the bank's local date when it joined
 * @param offers what may be offered
 * @param ways by which channels
 * @param wouldBuyAnyway share of a channel's efficiency that contacting does not add, 0 to 1
 * @param amountColumn column of the customers' profile that is compared with a product's minimum
 * @param limits the journey's own limit per channel; for {@code branch} per sub-branch
 * @param budgetYuan the journey's daily budget; null: none
 * @param tactics the rows of a strategy table in place of every offer by every way; null: none
 */
public record DecisionTerms(
    UUID journeyId,
    String journeyKey,
    String elementId,
    boolean rehearsal,
    UUID modelVersion,
    LocalDate businessDate,
    LocalDate today,
    List<Offer> offers,
    List<Way> ways,
    double wouldBuyAnyway,
    Weights weights,
    String amountColumn,
    Map<String, Integer> limits,
    @Nullable Double budgetYuan,
    @Nullable List<Tactic> tactics) {

  /**
   * A product with its terms of the day and the content that speaks of it.
   *
   * @param product null: care or a service notice
   * @param riskLevel 1 to 5, null if it is no investment
   * @param minYuan 0: no minimum
   */
  public record Offer(
      @Nullable String product,
      String content,
      String productClass,
      @Nullable Integer riskLevel,
      double minYuan,
      double marginYuan,
      boolean recordedSale) {}

  /**
   * A strategy: one offer by one way, for some customers.
   *
   * @param offer place in the offers
   * @param way place in the ways
   * @param priority 1 (first) to 5; settles ties
   * @param connected whether the channel can be used at all today
   * @param candidates whom it wants: an audience
   */
  public record Tactic(
      String strategy, int offer, int way, int priority, boolean connected, UUID candidates) {}

  /** A channel with its cost and efficiency of the day. */
  public record Way(
      String channel,
      double costYuan,
      double factor,
      boolean countsAsContact,
      List<Channel.Cap> caps) {}

  /**
   * What the journey cares for, each 0 to 1: value to the bank, the customer's peace, cost.
   *
   * @param experience 1: a contact that counts is charged 1 yuan, more for customers contacted
   *     lately
   */
  public record Weights(double value, double experience, double cost) {}

  /** The same journey with other weights. */
  public DecisionTerms with(Weights other) {
    return new DecisionTerms(
        journeyId,
        journeyKey,
        elementId,
        rehearsal,
        modelVersion,
        businessDate,
        today,
        offers,
        ways,
        wouldBuyAnyway,
        other,
        amountColumn,
        limits,
        budgetYuan,
        tactics);
  }

  public int treatments() {
    return tactics == null ? offers.size() * ways.size() : tactics.size();
  }

  /** The strategy behind a treatment; null if the journey applies no strategy table. */
  public @Nullable Tactic tactic(int treatment) {
    return tactics == null ? null : tactics.get(treatment);
  }

  public Offer offer(int treatment) {
    return offers.get(offerIndex(treatment));
  }

  public Way way(int treatment) {
    return ways.get(wayIndex(treatment));
  }

  /** Names a treatment within its journey: the strategy, or product and channel. */
  public String treatmentCode(int treatment) {
    var tactic = tactic(treatment);
    return tactic == null
        ? offer(treatment).product() + "/" + way(treatment).channel()
        : tactic.strategy();
  }

  /** Place of the treatment's offer. */
  int offerIndex(int treatment) {
    var tactic = tactic(treatment);
    return tactic == null ? treatment % offers.size() : tactic.offer();
  }

  /** Place of the treatment's way. */
  int wayIndex(int treatment) {
    var tactic = tactic(treatment);
    return tactic == null ? treatment / offers.size() : tactic.way();
  }

  /** Place among treatments of equal value: lower goes first. */
  int priority(int treatment) {
    var tactic = tactic(treatment);
    return tactic == null ? 0 : tactic.priority();
  }

  /**
   * Expected value of a treatment for a customer: weighted yuan. Care and service, which sell
   * nothing, are worth what the planner says they are.
   *
   * @param score probability to buy when contacted with efficiency 1
   * @param contacts marketing contacts of the last 7 days, 0 if unknown
   */
  public double valueYuan(int treatment, float score, int contacts) {
    var way = way(treatment);
    if (offer(treatment).product() == null) {
      return weights.value() * offer(treatment).marginYuan() - weights.cost() * way.costYuan();
    }
    double peace = way.countsAsContact() ? weights.experience() * (1 + contacts) : 0;
    return weights.value() * score * (way.factor() - wouldBuyAnyway) * offer(treatment).marginYuan()
        - weights.cost() * way.costYuan()
        - peace;
  }
}
