package io.waybot.bots.policy;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * No channel of the journey reaches the customer: no address, or opted out of those that have one.
 */
@Component
class NoAddress implements PolicyRule {
  private final OptOuts optOuts;

  NoAddress(OptOuts optOuts) {
    this.optOuts = optOuts;
  }

  @Override
  public String code() {
    return "NO_ADDRESS";
  }

  @Override
  public List<String> columns() {
    return Stream.concat(Reachability.COLUMNS.stream(), OptOuts.COLUMNS.stream()).toList();
  }

  @Override
  public Predicate<CustomerFacts> removing(PolicyCase policyCase) {
    var out = optOuts.of(policyCase.channels());
    var channels = List.copyOf(policyCase.channels());
    return facts -> {
      for (var channel : channels) {
        if (Reachability.reachable(channel, facts) && !out.from(channel, facts)) {
          return false;
        }
      }
      return true;
    };
  }
}
