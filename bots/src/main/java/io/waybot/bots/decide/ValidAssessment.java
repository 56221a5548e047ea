package io.waybot.bots.decide;

import io.waybot.bots.policy.CustomerFacts;
import java.time.LocalDate;
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
    return offer -> offer.riskLevel() == null ? NEVER : facts -> invalid(facts, terms.today());
  }

  private static boolean invalid(CustomerFacts facts, LocalDate today) {
    var until = facts.date("risk_valid_until");
    var state = facts.text("risk_state");
    boolean valid = state == null ? until != null : state.equals("valid");
    return !facts.known("risk_level") || !valid || until != null && until.isBefore(today);
  }
}
