package io.waybot.bots.decide;

import io.waybot.bots.decide.TreatmentRule.Check;
import io.waybot.bots.decide.TreatmentRule.OfBoth;
import io.waybot.bots.decide.TreatmentRule.OfOffer;
import io.waybot.bots.decide.TreatmentRule.OfWay;
import io.waybot.bots.policy.CustomerFacts;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which of a journey's rules, in their order, is the first to remove a treatment from the customer
 * at hand. What a rule says of an offer it is asked once and not again for each channel, and the
 * other way round. Serves one thread.
 */
final class FirstHit {
  private static final int NOT_ASKED = -1;

  private final DecisionTerms terms;
  private final @Nullable OfOffer[] ofOffer;
  private final @Nullable OfWay[] ofWay;
  private final @Nullable OfBoth[] ofBoth;
  private final int[] byOffer;
  private final int[] byWay;

  FirstHit(DecisionTerms terms, List<Check> checks) {
    this.terms = terms;
    this.ofOffer = new @Nullable OfOffer[checks.size()];
    this.ofWay = new @Nullable OfWay[checks.size()];
    this.ofBoth = new @Nullable OfBoth[checks.size()];
    for (int i = 0; i < checks.size(); i++) {
      switch (checks.get(i)) {
        case OfOffer check -> ofOffer[i] = check;
        case OfWay check -> ofWay[i] = check;
        case OfBoth check -> ofBoth[i] = check;
      }
    }
    this.byOffer = new int[terms.offers().size()];
    this.byWay = new int[terms.ways().size()];
  }

  void nextCustomer() {
    Arrays.fill(byOffer, NOT_ASKED);
    Arrays.fill(byWay, NOT_ASKED);
  }

  /** The rule's place in the order; the number of rules if none removes the treatment. */
  int of(int treatment, CustomerFacts facts) {
    int offer = terms.offerIndex(treatment);
    int way = terms.wayIndex(treatment);
    if (byOffer[offer] == NOT_ASKED) {
      byOffer[offer] = firstOfOffer(offer, facts);
    }
    if (byWay[way] == NOT_ASKED) {
      byWay[way] = firstOfWay(way, facts);
    }
    int first = Math.min(byOffer[offer], byWay[way]);
    for (int i = 0; i < first; i++) {
      var check = ofBoth[i];
      if (check != null && check.removes(terms.offers().get(offer), terms.ways().get(way), facts)) {
        return i;
      }
    }
    return first;
  }

  private int firstOfOffer(int offer, CustomerFacts facts) {
    for (int i = 0; i < ofOffer.length; i++) {
      var check = ofOffer[i];
      if (check != null && check.removes(terms.offers().get(offer), facts)) {
        return i;
      }
    }
    return ofOffer.length;
  }

  private int firstOfWay(int way, CustomerFacts facts) {
    for (int i = 0; i < ofWay.length; i++) {
      var check = ofWay[i];
      if (check != null && check.removes(terms.ways().get(way), facts)) {
        return i;
      }
    }
    return ofWay.length;
  }
}
