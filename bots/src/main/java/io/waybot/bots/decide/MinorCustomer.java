package io.waybot.bots.decide;

import java.util.List;
import java.util.Set;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Under 18: no credit, wealth, fund, structured deposit, gold or insurance. */
@Component
@Order(1)
class MinorCustomer implements TreatmentRule {
  private static final int ADULT_FROM = 18;
  private static final Set<String> FOR_ADULTS =
      Set.of("CARD", "LOAN", "WEALTH", "FUND", "STRUCTURED", "GOLD", "INSURANCE");

  @Override
  public String code() {
    return "PROTECTED";
  }

  @Override
  public List<String> columns(DecisionTerms terms) {
    return List.of("age");
  }

  @Override
  public OfOffer prepare(DecisionTerms terms) {
    return offer ->
        FOR_ADULTS.contains(offer.productClass())
            ? facts -> facts.decimal("age") < ADULT_FROM
            : NEVER;
  }
}
