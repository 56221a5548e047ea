package io.waybot.bots.decide;

import io.waybot.bots.policy.Reachability;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** This channel has no address for the customer. */
@Component
@Order(20)
class ChannelAddress implements TreatmentRule {
  @Override
  public String code() {
    return "NO_ADDRESS";
  }

  @Override
  public List<String> columns(DecisionTerms terms) {
    return Reachability.COLUMNS;
  }

  @Override
  public OfWay prepare(DecisionTerms terms) {
    return way -> facts -> !Reachability.reachable(way.channel(), facts);
  }
}
