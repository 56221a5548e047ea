package io.waybot.bots.decide;

import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** From 65: R4, R5 and insurance only from a person, never by a robot channel. */
@Component
@Order(5)
class SixtyFive implements TreatmentRule {
  private static final int CARE_FROM = 65;

  @Override
  public String code() {
    return "AGE_65";
  }

  @Override
  public List<String> columns(DecisionTerms terms) {
    return List.of("age");
  }

  @Override
  public OfBoth prepare(DecisionTerms terms) {
    return (offer, way) ->
        demanding(offer) && !way.channel().equals("branch")
            ? facts -> facts.decimal("age") >= CARE_FROM
            : NEVER;
  }

  private static boolean demanding(DecisionTerms.Offer offer) {
    return offer.productClass().equals("INSURANCE")
        || offer.riskLevel() != null && offer.riskLevel() >= 4;
  }
}
