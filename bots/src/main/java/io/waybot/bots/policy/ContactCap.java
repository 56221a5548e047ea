package io.waybot.bots.policy;

import io.waybot.db.journey.JourneySettings.Purpose;
import io.waybot.db.policy.ContactLedger;
import java.util.List;
import java.util.function.Predicate;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.stereotype.Component;

/**
 * At most so many marketing contacts in so many days: what other systems of the bank report (column
 * {@code contacts_7d}) and what we sent ourselves together.
 */
@Component
class ContactCap implements PolicyRule {
  private static final String REPORTED = "contacts_7d";
  private final ContactLedger ledger;

  ContactCap(ContactLedger ledger) {
    this.ledger = ledger;
  }

  @Override
  public String code() {
    return "CAP";
  }

  @Override
  public boolean appliesTo(Purpose purpose) {
    return purpose == Purpose.MARKETING;
  }

  @Override
  public List<String> columns() {
    return List.of(REPORTED);
  }

  @Override
  public Predicate<CustomerFacts> removing(PolicyCase policyCase) {
    return policyCase.caps().stream()
        .map(cap -> reached(cap, policyCase))
        .reduce(facts -> false, Predicate::or);
  }

  private Predicate<CustomerFacts> reached(PolicyCase.Cap cap, PolicyCase policyCase) {
    var first = policyCase.today().minusDays(cap.days() - 1L);
    var ours = ledger.contacts(first, cap.contacts());
    return facts -> {
      double reported = facts.known(REPORTED) ? facts.decimal(REPORTED) : 0;
      return reported + count(ours, facts.customer()) >= cap.contacts();
    };
  }

  private static int count(List<RoaringBitmap> more, int customer) {
    int contacts = 0;
    while (contacts < more.size() && more.get(contacts).contains(customer)) {
      contacts++;
    }
    return contacts;
  }
}
