package io.waybot.bots.policy;

import io.waybot.db.journey.JourneySettings.Purpose;
import io.waybot.db.policy.ContactLedger;
import java.util.List;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/**
 * Who just took such a product is not asked to take it: the bank's data and the conversions we
 * know.
 */
@Component
class HoldsProduct implements PolicyRule {
  private final ContactLedger ledger;

  HoldsProduct(ContactLedger ledger) {
    this.ledger = ledger;
  }

  @Override
  public String code() {
    return "HOLDS";
  }

  @Override
  public boolean appliesTo(Purpose purpose) {
    return purpose == Purpose.MARKETING;
  }

  @Override
  public List<String> columns() {
    return List.of("holds_products");
  }

  @Override
  public Predicate<CustomerFacts> removing(PolicyCase policyCase) {
    var kin = policyCase.productKin();
    var from =
        policyCase
            .today()
            .minusDays(policyCase.days(code()))
            .atStartOfDay(policyCase.zone())
            .toInstant();
    var took = ledger.converted(kin, from);
    return facts ->
        took.contains(facts.customer())
            || Codes.in(facts.text("holds_products")).stream().anyMatch(kin::contains);
  }
}
