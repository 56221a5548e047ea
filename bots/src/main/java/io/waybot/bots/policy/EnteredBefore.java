package io.waybot.bots.policy;

import io.waybot.db.policy.ContactLedger;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/** Nobody enters the same journey again within some days; today's own entry does not count. */
@Component
class EnteredBefore implements PolicyRule {
  private final ContactLedger ledger;

  EnteredBefore(ContactLedger ledger) {
    this.ledger = ledger;
  }

  @Override
  public String code() {
    return "REENTRY";
  }

  @Override
  public Predicate<CustomerFacts> removing(PolicyCase policyCase) {
    var first = policyCase.businessDate().minusDays(policyCase.reentryDays() - 1L);
    var entered = ledger.entered(policyCase.journey(), first, policyCase.businessDate());
    return facts -> entered.contains(facts.customer());
  }
}
