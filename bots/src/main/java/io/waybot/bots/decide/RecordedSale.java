package io.waybot.bots.decide;

import java.util.List;
import java.util.Set;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Insurance whose sale is recorded is never offered by text, push or call robot. */
@Component
@Order(6)
class RecordedSale implements TreatmentRule {
  private static final Set<String> ROBOT_CHANNELS = Set.of("sms", "push", "call");

  @Override
  public String code() {
    return "RECORDED";
  }

  @Override
  public List<String> columns(DecisionTerms terms) {
    return List.of();
  }

  @Override
  public OfBoth prepare(DecisionTerms terms) {
    return (offer, way) ->
        offer.recordedSale()
                && offer.productClass().equals("INSURANCE")
                && ROBOT_CHANNELS.contains(way.channel())
            ? ALWAYS
            : NEVER;
  }
}
