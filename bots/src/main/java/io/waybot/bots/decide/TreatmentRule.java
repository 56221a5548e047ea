package io.waybot.bots.decide;

import io.waybot.bots.decide.DecisionTerms.Offer;
import io.waybot.bots.decide.DecisionTerms.Way;
import io.waybot.bots.policy.CustomerFacts;
import java.util.List;

/** Whether one offer may go to one customer by one channel; hard, whatever it would be worth. */
interface TreatmentRule {
  String code();

  /** Columns of the customers' profile it looks at. */
  List<String> columns(DecisionTerms terms);

  /** Reads what it needs from our ledgers, once per journey. */
  Check prepare(DecisionTerms terms);

  /** Asked once for each customer and whatever else its answer depends on, by several threads. */
  sealed interface Check {}

  /** The same for every channel. */
  @FunctionalInterface
  non-sealed interface OfOffer extends Check {
    boolean removes(Offer offer, CustomerFacts facts);
  }

  /** The same for every offer. */
  @FunctionalInterface
  non-sealed interface OfWay extends Check {
    boolean removes(Way way, CustomerFacts facts);
  }

  /** Another for each offer by each channel. */
  @FunctionalInterface
  non-sealed interface OfBoth extends Check {
    boolean removes(Offer offer, Way way, CustomerFacts facts);
  }
}
