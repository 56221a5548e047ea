package io.waybot.bots.decide;

import io.waybot.bots.policy.OptOuts;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Opted out of this channel, or of all. */
@Component
@Order(10)
class ChannelOptOut implements TreatmentRule {
  private final OptOuts optOuts;

  ChannelOptOut(OptOuts optOuts) {
    this.optOuts = optOuts;
  }

  @Override
  public String code() {
    return "OPTED_OUT";
  }

  @Override
  public List<String> columns(DecisionTerms terms) {
    return OptOuts.COLUMNS;
  }

  @Override
  public OfWay prepare(DecisionTerms terms) {
    var out = optOuts.of(terms.ways().stream().map(DecisionTerms.Way::channel).toList());
    return way -> facts -> out.from(way.channel(), facts);
  }
}
