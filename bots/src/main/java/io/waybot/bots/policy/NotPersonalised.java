package io.waybot.bots.policy;

import io.waybot.db.journey.JourneySettings.Purpose;
import java.util.List;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/** Who switched personalised offers off is not selected, scored or decided about. */
@Component
class NotPersonalised implements PolicyRule {
  @Override
  public String code() {
    return "NOT_PERSONALISED";
  }

  @Override
  public boolean appliesTo(Purpose purpose) {
    return purpose != Purpose.SERVICE;
  }

  @Override
  public List<String> columns() {
    return List.of("personalised");
  }

  @Override
  public Predicate<CustomerFacts> removing(PolicyCase policyCase) {
    return facts -> facts.known("personalised") && !facts.flag("personalised");
  }
}
