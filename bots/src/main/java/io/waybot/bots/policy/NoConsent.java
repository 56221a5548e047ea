package io.waybot.bots.policy;

import io.waybot.db.journey.JourneySettings.Purpose;
import io.waybot.db.policy.ContactLedger;
import java.util.List;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/** Marketing only to who agreed; our newest entry counts before the bank's data, unknown is no. */
@Component
class NoConsent implements PolicyRule {
  private final ContactLedger ledger;

  NoConsent(ContactLedger ledger) {
    this.ledger = ledger;
  }

  @Override
  public String code() {
    return "NO_CONSENT";
  }

  @Override
  public boolean appliesTo(Purpose purpose) {
    return purpose != Purpose.SERVICE;
  }

  @Override
  public List<String> columns() {
    return List.of("consent");
  }

  @Override
  public Predicate<CustomerFacts> removing(PolicyCase policyCase) {
    var ours = ledger.consents();
    return facts ->
        ours.revoked().contains(facts.customer())
            || !ours.granted().contains(facts.customer()) && !facts.flag("consent");
  }
}
