package io.waybot.bots.decide;

import io.waybot.bots.policy.CustomerFacts;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The product's risk R1 to R5 may not exceed the customer's level C1 to C5. */
@Component
@Order(4)
class RiskLevel implements TreatmentRule {
  @Override
  public String code() {
    return "RISK";
  }

  @Override
  public List<String> columns(DecisionTerms terms) {
    return List.of("risk_level");
  }

  @Override
  public OfOffer prepare(DecisionTerms terms) {
    return offer -> {
      var risk = offer.riskLevel();
      return risk == null ? NEVER : facts -> risk > level(facts);
    };
  }

  /** 1 to 5; 0 if it cannot be read, so that nothing with a risk fits. */
  private static int level(CustomerFacts facts) {
    var text = facts.text("risk_level");
    if (text == null || text.length() != 2 || text.charAt(0) != 'C') {
      return 0;
    }
    int level = text.charAt(1) - '0';
    return level >= 1 && level <= 5 ? level : 0;
  }
}
