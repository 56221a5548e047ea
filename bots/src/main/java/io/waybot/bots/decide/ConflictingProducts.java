package io.waybot.bots.decide;

import io.waybot.bots.policy.Codes;
import io.waybot.bots.policy.CustomerFacts;
import io.waybot.db.decision.DecisionGoals;
import io.waybot.db.decision.ProductConflict;
import io.waybot.db.policy.ContactLedger;
import java.time.Clock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * The customer was lately contacted about, or took, a product that the bank does not offer beside
 * this one.
 */
@Component
@Order(40)
class ConflictingProducts implements TreatmentRule {
  private static final String HOLDS = "holds_products";
  private final DecisionGoals goals;
  private final ContactLedger ledger;
  private final Clock clock;

  ConflictingProducts(DecisionGoals goals, ContactLedger ledger, Clock clock) {
    this.goals = goals;
    this.ledger = ledger;
    this.clock = clock;
  }

  @Override
  public String code() {
    return "CONFLICT";
  }

  @Override
  public List<String> columns(DecisionTerms terms) {
    return List.of(HOLDS);
  }

  /** What excludes one product: other products, and who had one of them in its days. */
  private record Excluding(Set<String> others, RoaringBitmap had) {
    boolean hits(CustomerFacts facts) {
      return had.contains(facts.customer())
          || Codes.in(facts.text(HOLDS)).stream().anyMatch(others::contains);
    }
  }

  @Override
  public OfOffer prepare(DecisionTerms terms) {
    Map<String, Excluding> excluding = new HashMap<>();
    for (var pair : goals.conflicts()) {
      exclude(pair.product(), pair.other(), pair, terms, excluding);
      exclude(pair.other(), pair.product(), pair, terms, excluding);
    }
    return offer -> {
      var conflict = excluding.get(offer.product());
      return conflict == null ? NEVER : conflict::hits;
    };
  }

  private void exclude(
      String product,
      String other,
      ProductConflict pair,
      DecisionTerms terms,
      Map<String, Excluding> excluding) {
    if (terms.offers().stream().noneMatch(offer -> product.equals(offer.product()))) {
      return;
    }
    var first = terms.today().minusDays(pair.days() - 1L);
    var conflict =
        excluding.computeIfAbsent(
            product, p -> new Excluding(new HashSet<>(), new RoaringBitmap()));
    conflict.others().add(other);
    conflict.had().or(ledger.offered(other, first));
    conflict
        .had()
        .or(ledger.converted(List.of(other), first.atStartOfDay(clock.getZone()).toInstant()));
  }
}
