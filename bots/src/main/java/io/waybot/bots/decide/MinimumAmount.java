package io.waybot.bots.decide;

import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The customer does not have the least amount the product asks for. */
@Component
@Order(100)
class MinimumAmount implements TreatmentRule {
  @Override
  public String code() {
    return "MIN_AMOUNT";
  }

  @Override
  public List<String> columns(DecisionTerms terms) {
    return List.of(terms.amountColumn());
  }

  @Override
  public OfOffer prepare(DecisionTerms terms) {
    var column = terms.amountColumn();
    return offer -> facts -> facts.decimal(column) < offer.minYuan();
  }
}
