package io.waybot.bots.decide;

import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** An investment needs a valid risk test: unknown, missing or expired is not valid. */
@Component
@Order(3)
class ValidAssessment implements TreatmentRule {
  @Override
  public String code() {
    return "ASSESSMENT";
  }

  @Override
  public List<String> columns(DecisionTerms terms) {
    return List.of("risk_level", "risk_state", "risk_valid_until");
  }

  @Override
  public OfOffer prepare(DecisionTerms terms) {
    return (offer, facts) -> {
      if (offer.riskLevel() == null) {
        return false;
      }
      var until = facts.date("risk_valid_until");
      var state = facts.text("risk_state");
      boolean valid = state == null ? until != null : state.equals("valid");
      return !facts.known("risk_level") || !valid || until != null && until.isBefore(terms.today());
    };
  }
}
