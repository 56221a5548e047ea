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

  @FunctionalInterface
  interface Check {
    boolean removes(Offer offer, Way way, CustomerFacts facts);
  }
}
