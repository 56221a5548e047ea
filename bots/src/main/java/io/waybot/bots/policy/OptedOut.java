package io.waybot.bots.policy;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/** Opted out of every channel this journey has. */
@Component
class OptedOut implements PolicyRule {
  private final OptOuts optOuts;

  OptedOut(OptOuts optOuts) {
    this.optOuts = optOuts;
  }

  @Override
  public String code() {
    return "OPTED_OUT";
  }

  @Override
  public List<String> columns() {
    return OptOuts.COLUMNS;
  }

  @Override
  public Predicate<CustomerFacts> removing(PolicyCase policyCase) {
    Set<String> channels = policyCase.channels();
    var out = optOuts.of(channels);
    return facts -> !channels.isEmpty() && channels.stream().allMatch(c -> out.from(c, facts));
  }
}
