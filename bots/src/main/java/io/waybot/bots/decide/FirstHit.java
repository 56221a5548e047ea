package io.waybot.bots.decide;

import io.waybot.bots.decide.TreatmentRule.Check;
import io.waybot.bots.decide.TreatmentRule.OfBoth;
import io.waybot.bots.decide.TreatmentRule.OfOffer;
import io.waybot.bots.decide.TreatmentRule.OfWay;
import io.waybot.bots.policy.CustomerFacts;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Which of a journey's rules, in their order, is the first to remove a treatment from the customer
 * at hand. What a rule says of an offer it is asked once and not again for each channel, and the
 * other way round; a rule that never removes an offer is not asked about it at all. Serves one
 * thread.
 */
final class FirstHit {
  private static final int NOT_ASKED = -1;

  private final int[] offerOf; // by treatment
  private final int[] wayOf;
  private final Questions[] ofOffers;
  private final Questions[] ofWays;
  private final Questions[] ofBoth; // by treatment
  private final int[] byOffer;
  private final int[] byWay;

  FirstHit(DecisionTerms terms, List<Check> checks) {
    this.offerOf = IntStream.range(0, terms.treatments()).map(terms::offerIndex).toArray();
    this.wayOf = IntStream.range(0, terms.treatments()).map(terms::wayIndex).toArray();
    this.ofOffers =
        terms.offers().stream()
            .map(offer ->
                new Questions(checks, check -> check instanceof OfOffer one ? one.of(offer) : null))
            .toArray(Questions[]::new);
    this.ofWays =
        terms.ways().stream()
            .map(way ->
                new Questions(checks, check -> check instanceof OfWay one ? one.of(way) : null))
            .toArray(Questions[]::new);
    this.ofBoth =
        IntStream.range(0, terms.treatments())
            .mapToObj(t ->
                new Questions(
                    checks,
                    check ->
                        check instanceof OfBoth one ? one.of(terms.offer(t), terms.way(t)) : null))
            .toArray(Questions[]::new);
    this.byOffer = new int[ofOffers.length];
    this.byWay = new int[ofWays.length];
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
      byOffer[offer] = ofOffers[offer].first(facts);
    }
    if (byWay[way] == NOT_ASKED) {
      byWay[way] = ofWays[way].first(facts);
    }
    int first = Math.min(byOffer[offer], byWay[way]);
    return ofBoth[treatment].ask() ? Math.min(first, ofBoth[treatment].first(facts)) : first;
  }

  /** What those rules ask that may hit, in their order. */
  private static final class Questions {
    private final int[] places;
    private final List<Predicate<CustomerFacts>> hits;
    private final int none;

    Questions(List<Check> checks, Function<Check, @Nullable Predicate<CustomerFacts>> asking) {
      var all = checks.stream().map(asking).toList();
      this.none = checks.size();
      this.places =
          IntStream.range(0, none)
              .filter(place -> all.get(place) != null && all.get(place) != TreatmentRule.NEVER)
              .toArray();
      this.hits = Arrays.stream(places).mapToObj(all::get).toList();
    }

    boolean ask() {
      return places.length > 0;
    }

    int first(CustomerFacts facts) {
      for (int i = 0; i < places.length; i++) {
        if (hits.get(i).test(facts)) {
          return places[i];
        }
      }
      return none;
    }
  }
}
