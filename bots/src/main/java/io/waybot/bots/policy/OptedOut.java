package io.waybot.bots.policy;

import java.util.List;
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
    var channels = List.copyOf(policyCase.channels());
    var out = optOuts.of(channels);
    return facts -> {
      for (var channel : channels) {
        if (!out.from(channel, facts)) {
          return false;
        }
      }
      return !channels.isEmpty();
    };
  }
}
