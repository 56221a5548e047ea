package io.waybot.bots.decide;

import io.waybot.bots.decide.DecisionTerms.Offer;
import io.waybot.bots.decide.DecisionTerms.Way;
import io.waybot.bots.decide.TreatmentRule.Check;
import io.waybot.bots.decide.TreatmentRule.OfBoth;
import io.waybot.bots.decide.TreatmentRule.OfOffer;
import io.waybot.bots.decide.TreatmentRule.OfWay;
import io.waybot.bots.policy.CustomerFacts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Which of a journey's rules, in their order, is the first to remove a treatment from the customer
 * at hand. What a rule says of an offer it is asked once and not again for each channel, and the
 * other way round. Serves one thread.
 */
final class FirstHit {
  private static final int NOT_ASKED = -1;

  private record Placed<C>(int place, C check) {}

  private final int none;
  private final Offer[] offers;
  private final Way[] ways;
  private final int[] offerOf; // by treatment
  private final int[] wayOf;
  private final List<Placed<OfOffer>> ofOffer = new ArrayList<>();
  private final List<Placed<OfWay>> ofWay = new ArrayList<>();
  private final List<Placed<OfBoth>> ofBoth = new ArrayList<>();
  private final int[] byOffer;
  private final int[] byWay;

  FirstHit(DecisionTerms terms, List<Check> checks) {
    this.none = checks.size();
    this.offers = terms.offers().toArray(Offer[]::new);
    this.ways = terms.ways().toArray(Way[]::new);
    this.offerOf = IntStream.range(0, terms.treatments()).map(terms::offerIndex).toArray();
    this.wayOf = IntStream.range(0, terms.treatments()).map(terms::wayIndex).toArray();
    this.byOffer = new int[offers.length];
    this.byWay = new int[ways.length];
    for (int place = 0; place < none; place++) {
      switch (checks.get(place)) {
        case OfOffer check -> ofOffer.add(new Placed<>(place, check));
        case OfWay check -> ofWay.add(new Placed<>(place, check));
        case OfBoth check -> ofBoth.add(new Placed<>(place, check));
      }
    }
  }

  void nextCustomer() {
    Arrays.fill(byOffer, NOT_ASKED);
    Arrays.fill(byWay, NOT_ASKED);
  }

  /** The rule's place in the order; the number of rules if none removes the treatment. */
  int of(int treatment, CustomerFacts facts) {
    int offer = offerOf[treatment];
    int way = wayOf[treatment];
    if (byOffer[offer] == NOT_ASKED) {
      byOffer[offer] = firstOf(offers[offer], facts);
    }
    if (byWay[way] == NOT_ASKED) {
      byWay[way] = firstOf(ways[way], facts);
    }
    int first = Math.min(byOffer[offer], byWay[way]);
    for (int i = 0; i < ofBoth.size() && ofBoth.get(i).place() < first; i++) {
      if (ofBoth.get(i).check().removes(offers[offer], ways[way], facts)) {
        return ofBoth.get(i).place();
      }
    }
    return first;
  }

  private int firstOf(Offer offer, CustomerFacts facts) {
    for (var one : ofOffer) {
      if (one.check().removes(offer, facts)) {
        return one.place();
      }
    }
    return none;
  }

  private int firstOf(Way way, CustomerFacts facts) {
    for (var one : ofWay) {
      if (one.check().removes(way, facts)) {
        return one.place();
      }
    }
    return none;
  }
}
