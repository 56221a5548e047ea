package io.waybot.bots.decide;

import static org.assertj.core.api.Assertions.assertThat;

import io.waybot.bots.decide.DecisionTerms.Offer;
import io.waybot.bots.decide.DecisionTerms.Tactic;
import io.waybot.bots.decide.DecisionTerms.Way;
import io.waybot.bots.decide.DecisionTerms.Weights;
import io.waybot.bots.decide.TreatmentRule.Check;
import io.waybot.bots.decide.TreatmentRule.OfBoth;
import io.waybot.bots.decide.TreatmentRule.OfOffer;
import io.waybot.bots.decide.TreatmentRule.OfWay;
import io.waybot.bots.policy.CustomerFacts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FirstHitTest {
  private static final LocalDate DATE = LocalDate.of(2026, 11, 2);
  private static final List<Offer> OFFERS =
      IntStream.range(0, 5)
          .mapToObj(i -> new Offer("P" + i, "C" + i, "DEPOSIT", null, 0, 100, false))
          .toList();
  private static final List<Way> WAYS =
      IntStream.range(0, 4).mapToObj(i -> new Way("w" + i, 0, 1, true, List.of())).toList();

  private final Random random = new Random(6);
  private final Map<String, Integer> asked = new HashMap<>();

  @Test
  void findsTheRuleThatAskingAllInTheirOrderWouldFind() {
    for (int i = 0; i < 500; i++) {
      var terms = terms(random.nextBoolean() ? null : tactics());
      var answers = answers();
      var hits = new FirstHit(terms, answers.stream().map(this::check).toList());
      for (int customer = 1; customer <= 3; customer++) {
        hits.nextCustomer();
        for (int t = 0; t < terms.treatments(); t++) {
          assertThat(hits.of(t, new Known(customer)))
              .isEqualTo(oneByOne(answers, terms.offer(t), terms.way(t), customer));
        }
      }
    }
  }

  @Test
  void asksARuleOfOffersOnceForEachOfferAndOneOfWaysOnceForEachWay() {
    var terms = terms(null);
    var hits =
        new FirstHit(
            terms,
            List.of(
                (OfOffer) offer -> facts -> ask(offer.content()),
                (OfWay) way -> facts -> ask(way.channel())));

    hits.nextCustomer();
    for (int t = 0; t < terms.treatments(); t++) {
      hits.of(t, new Known(1));
    }

    assertThat(asked).hasSize(9).allSatisfy((what, times) -> assertThat(times).isEqualTo(1));
  }

  private boolean ask(String what) {
    asked.merge(what, 1, Integer::sum);
    return false;
  }

  /** Whether the customer, the offer and the channel are hit; null: they do not matter. */
  private record Answer(int customer, @Nullable Offer offer, @Nullable Way way) {
    boolean hits(Offer asked, Way by, int who) {
      return who % 3 == customer
          && (offer == null || offer.equals(asked))
          && (way == null || way.equals(by));
    }
  }

  private List<Answer> answers() {
    var answers = new ArrayList<Answer>();
    for (int i = random.nextInt(9); i >= 0; i--) {
      answers.add(
          new Answer(
              random.nextInt(3),
              random.nextInt(3) == 0 ? null : OFFERS.get(random.nextInt(OFFERS.size())),
              random.nextInt(3) == 0 ? null : WAYS.get(random.nextInt(WAYS.size()))));
    }
    return answers;
  }

  private Check check(Answer answer) {
    if (answer.way() == null) {
      return (OfOffer)
          offer ->
              answer.offer() != null && !answer.offer().equals(offer)
                  ? TreatmentRule.NEVER
                  : facts -> answer.hits(offer, WAYS.getFirst(), facts.customer());
    }
    if (answer.offer() == null) {
      return (OfWay) way -> facts -> answer.hits(OFFERS.getFirst(), way, facts.customer());
    }
    return (OfBoth) (offer, way) -> facts -> answer.hits(offer, way, facts.customer());
  }

  private static int oneByOne(List<Answer> answers, Offer offer, Way way, int customer) {
    int place = 0;
    while (place < answers.size() && !answers.get(place).hits(offer, way, customer)) {
      place++;
    }
    return place;
  }

  private List<Tactic> tactics() {
    return IntStream.range(0, 7)
        .mapToObj(
            i -> new Tactic("S" + i, random.nextInt(5), random.nextInt(4), 1, true, new UUID(0, i)))
        .toList();
  }

  private static DecisionTerms terms(@Nullable List<Tactic> tactics) {
    return new DecisionTerms(
        new UUID(0, 1),
        "j",
        "decide",
        false,
        new UUID(0, 2),
        DATE,
        DATE,
        OFFERS,
        WAYS,
        0.7,
        new Weights(1, 0, 1),
        "demand_yuan",
        Map.of(),
        null,
        tactics);
  }

  /** Nothing is known but the number. */
  private record Known(int customer) implements CustomerFacts {
    @Override
    public boolean delivered(String column) {
      return false;
    }

    @Override
    public boolean known(String column) {
      return false;
    }

    @Override
    public @Nullable String text(String column) {
      return null;
    }

    @Override
    public double decimal(String column) {
      return Double.NaN;
    }

    @Override
    public boolean flag(String column) {
      return false;
    }

    @Override
    public @Nullable LocalDate date(String column) {
      return null;
    }
  }
}
