package io.waybot.bots.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waybot.bots.Outcome;
import io.waybot.bots.RobotFailure;
import io.waybot.bots.testing.BotsUnderTest;
import io.waybot.db.audience.AudienceStore;
import io.waybot.db.audience.NewAudience;
import io.waybot.db.decision.CapacityPrice;
import io.waybot.db.decision.DecisionTable;
import io.waybot.db.decision.DecisionWindows;
import io.waybot.db.run.RobotStep;
import io.waybot.db.run.RobotSteps;
import io.waybot.db.testing.TestDatabase;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.roaringbitmap.RoaringBitmap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DecideTreatmentsRobotTest {
  private DecisionBank bank;

  @AfterEach
  void close() {
    bank.close();
  }

  @ParameterizedTest
  @EnumSource
  void givesScarceChannelsToTheWorthiestAndSaysWhyOthersGotNothing(TestDatabase kind) {
    bank = new DecisionBank(kind);
    for (int n = 1; n <= 10; n++) {
      bank.customer(n, 9_000, true, true, n <= 2); // worth more the lower the number
    }
    bank.customer(11, 9_000, false, false, false);
    bank.customer(12, 50, true, true, false);

    var output = bank.decide("decide", bank.input(1, 12), BotsUnderTest.at("decide"));

    assertThat(bank.members(output, "branch")).containsExactly(1);
    assertThat(bank.members(output, "sms")).containsExactly(2, 3, 4);
    assertThat(bank.members(output, "push")).containsExactly(5, 6, 7, 8);
    assertThat(bank.members(output, "email")).isEmpty();
    assertThat(bank.members(output, "inbox")).isEmpty();
    assertThat(bank.lost("decide"))
        .isEqualTo(
            Map.of(
                "capacity", List.of(9, 10),
                "NO_ADDRESS", List.of(11),
                "MIN_AMOUNT", List.of(12)));
    assertThat(output.get("gap").doubleValue()).isLessThan(1e-6);
  }

  @ParameterizedTest
  @EnumSource
  void storesWhatItTakesToExplainEachDecision(TestDatabase kind) {
    bank = new DecisionBank(kind);
    for (int n = 1; n <= 7; n++) {
      bank.customer(n, n == 3 ? 4_000 : 9_000, true, true, false);
    }

    bank.decide("decide", bank.input(1, 7), BotsUnderTest.at("decide"));

    var decisions = bank.bean(DecisionTable.class).ofRun(BotsUnderTest.RUN);
    assertThat(decisions)
        .filteredOn(d -> d.customer() == 3)
        .singleElement()
        .satisfies(d -> assertThat(d.product()).isEqualTo("P04"))
        .satisfies(d -> assertThat(d.content()).isEqualTo("C04"));
    var window = bank.bean(DecisionWindows.class).ofRun(BotsUnderTest.RUN).getFirst();
    assertThat(window.decided()).isTrue();
    assertThat(bank.bean(DecisionTable.class).prices(window.id()))
        .extracting(CapacityPrice::key, CapacityPrice::capacity, CapacityPrice::used)
        .contains(org.assertj.core.groups.Tuple.tuple("channel:sms", 3.0, 3.0));
    var seat = bank.bean(DecisionWindows.class).participants(window.id()).getFirst();
    var terms = bank.bean(JsonMapper.class).readValue(seat.terms(), DecisionTerms.class);
    for (var d : decisions) {
      bank.bean(Candidates.class)
          .each(
              terms,
              RoaringBitmap.bitmapOf(d.customer()),
              bank.bean(WindowFacts.class).contacts(window.id()),
              (number, score, value, removedBy) -> {
                int t = treatment(terms, d.product(), d.channel());
                assertThat(value[t]).isEqualTo(d.valueYuan());
                assertThat(score).isEqualTo(d.score());
                assertThat(removedBy[t]).isNull();
              });
    }
  }

  @ParameterizedTest
  @EnumSource
  void isDecidedTheSameWayAgainAndTellsWhatOneMoreTextWouldHaveChanged(TestDatabase kind) {
    bank = new DecisionBank(kind);
    int first = 65_531; // five on each side of where a chunk ends
    for (int n = 0; n < 10; n++) {
      bank.customer(first + n, 9_000, true, true, n < 2);
      bank.score(first + n, (19 - n) / 20f);
    }
    bank.sql("update data_customers set contacts_7d = mod(number, 3)");
    bank.decide("decide", weighing(100, bank.input(first, first + 9)), BotsUnderTest.at("decide"));
    var window = bank.bean(DecisionWindows.class).ofRun(BotsUnderTest.RUN).getFirst();
    var replay = bank.bean(DecisionReplay.class);
    bank.sql("update data_customers set contacts_7d = 5, demand_yuan = 0"); // the next day's import
    bank.sql("update customer set org_code = '11'");

    var same = replay.replay(window.id(), DecisionReplay.Change.NONE);
    var more =
        replay.replay(
            window.id(), new DecisionReplay.Change(Map.of("channel:sms", 4.0), null, null));

    var stored = bank.bean(DecisionTable.class).ofRun(BotsUnderTest.RUN);
    assertThat(same.chosen()).hasSameSizeAs(stored);
    assertThat(stored)
        .allSatisfy(d ->
            assertThat(same.chosen().get(d.customer()))
                .returns(d.product(), DecisionReplay.Choice::product)
                .returns(d.channel(), DecisionReplay.Choice::channel)
                .returns(d.valueYuan(), DecisionReplay.Choice::valueYuan)
                .returns(d.priceYuan(), DecisionReplay.Choice::priceYuan));
    assertThat(same.prices())
        .containsExactlyInAnyOrderElementsOf(bank.bean(DecisionTable.class).prices(window.id()));
    assertThat(more.chosen()).hasSize(stored.size() + 1);
    assertThat(more.valueYuan()).isGreaterThan(same.valueYuan());
    assertThat(more.valueYuan() - same.valueYuan())
        .isLessThanOrEqualTo(price(same, "channel:sms") + 1e-6);
  }

  @ParameterizedTest
  @EnumSource
  void doesAStepThatIsDeliveredAgainOnlyOnce(TestDatabase kind) {
    bank = new DecisionBank(kind);
    bank.customer(1, 9_000, true, true, false);
    var input = bank.input(1, 1);
    var first = bank.decide("decide", input, BotsUnderTest.at("decide"));

    var outcome = bank.bean(DecideTreatmentsRobot.class).work(input, BotsUnderTest.at("decide"));

    assertThat(outcome).isInstanceOf(Outcome.Parked.class);
    assertThat(output("decide")).isEqualTo(first);
    assertThat(bank.bean(DecisionTable.class).ofRun(BotsUnderTest.RUN)).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource
  void keepsWithinTheJourneysBudgetAndSaysSo(TestDatabase kind) {
    bank = new DecisionBank(kind);
    bank.sql("update journey_version set settings = '{\"dailyBudgetYuan\":0.1}'");
    for (int n = 1; n <= 5; n++) {
      bank.customer(n, 9_000, true, false, false);
    }

    var output = bank.decide("decide", bank.input(1, 5), BotsUnderTest.at("decide"));

    assertThat(bank.members(output, "sms")).containsExactly(1, 2); // 0.045 yuan each
    assertThat(bank.lost("decide")).isEqualTo(Map.of("budget", List.of(3, 4, 5)));
  }

  @ParameterizedTest
  @EnumSource
  void asksForScoresInPlainWords(TestDatabase kind) {
    bank = new DecisionBank(kind);
    bank.customer(1, 9_000, true, true, false);
    var unscored =
        bank.bean(AudienceStore.class)
            .save(new NewAudience(null, null, null, "list", null, null), RoaringBitmap.bitmapOf(1));
    var input = bank.input(unscored);

    assertThatThrownBy(
            () -> bank.bean(DecideTreatmentsRobot.class).work(input, BotsUnderTest.at("decide")))
        .isInstanceOf(RobotFailure.Permanent.class)
        .hasMessageContaining("no scores");
  }

  private static DecideTreatmentsRobot.Input weighing(
      int experience, DecideTreatmentsRobot.Input input) {
    return new DecideTreatmentsRobot.Input(
        input.audience(),
        input.offers(),
        input.contents(),
        input.channels(),
        null,
        null,
        null,
        null,
        input.branchLimit(),
        input.wouldBuyPercent(),
        null,
        100,
        experience,
        100,
        null);
  }

  private static double price(DecisionReplay.Result result, String key) {
    return result.prices().stream()
        .filter(price -> price.key().equals(key))
        .mapToDouble(CapacityPrice::priceYuan)
        .sum();
  }

  private static int treatment(DecisionTerms terms, String product, String channel) {
    for (int t = 0; t < terms.treatments(); t++) {
      if (terms.offer(t).product().equals(product) && terms.way(t).channel().equals(channel)) {
        return t;
      }
    }
    throw new AssertionError("no treatment " + product + " " + channel);
  }

  private JsonNode output(String element) {
    var step = bank.bean(RobotSteps.class).get(BotsUnderTest.at(element).stepId());
    assertThat(step.state()).isEqualTo(RobotStep.State.DONE);
    return bank.bean(JsonMapper.class).readTree(step.output());
  }
}
