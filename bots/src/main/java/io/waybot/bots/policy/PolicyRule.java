package io.waybot.bots.policy;

import io.waybot.db.journey.JourneySettings.Purpose;
import java.util.List;
import java.util.function.Predicate;

/** One contact rule: which customers it removes from a list, and nothing else. */
interface PolicyRule {
  /** The reason's code, as in the bank's table of contact rules. */
  String code();

  default boolean appliesTo(Purpose purpose) {
    return true;
  }

  /**
   * Columns of the customers' profile this rule looks at; those the bank does not deliver are
   * unknown.
   */
  default List<String> columns() {
    return List.of();
  }

  /** Reads what it needs from our ledgers, then tells for each customer whether the rule hits. */
  Predicate<CustomerFacts> removing(PolicyCase policyCase);
}
