package io.waybot.bots.decide;

import io.waybot.bots.decide.DecisionTerms.Offer;
import io.waybot.bots.decide.DecisionTerms.Way;
import io.waybot.bots.policy.CustomerFacts;
import java.util.List;
import java.util.function.Predicate;

/** Whether one offer may go to one customer by one channel; hard, whatever it would be worth. */
interface TreatmentRule {
  String code();

  /** Columns of the customers' profile it looks at. */
  List<String> columns(DecisionTerms terms);

  Predicate<CustomerFacts> NEVER = facts -> false;
  Predicate<CustomerFacts> ALWAYS = facts -> true;

  /** Reads what it needs from our ledgers, once per journey. */
  Check prepare(DecisionTerms terms);

  /**
   * Tells, for what its answer depends on beside the customer, whom it removes: {@link #NEVER}
   * anybody, or a question that several threads ask about their customers.
   */
  sealed interface Check {}

  /** The same for every channel. */
  @FunctionalInterface
  non-sealed interface OfOffer extends Check {
    Predicate<CustomerFacts> of(Offer offer);
  }

  /** The same for every offer. */
  @FunctionalInterface
  non-sealed interface OfWay extends Check {
    Predicate<CustomerFacts> of(Way way);
  }

  /** Another for each offer by each channel. */
  @FunctionalInterface
  non-sealed interface OfBoth extends Check {
    Predicate<CustomerFacts> of(Offer offer, Way way);
  }
}
