package io.waybot.bots.decide;

import static org.assertj.core.api.Assertions.assertThat;

import io.waybot.bots.testing.BotsUnderTest;
import io.waybot.db.decision.CapacityPrice;
import io.waybot.db.decision.Decision;
import io.waybot.db.decision.DecisionTable;
import io.waybot.db.testing.TestDatabase;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the bank wants beside the value: goals by product, conflicts, one content per household. */
class BankGoalsTest {
  private DecisionBank bank;

  @AfterEach
  void close() {
    bank.close();
  }

  @ParameterizedTest
  @EnumSource
  void givesAProductToAsManyAsTheBankWantsAndToNoMore(TestDatabase kind) {
    bank = new DecisionBank(kind);
    goal("P04", 3, null, 1_000, null);
    goal("P01", 0, 2, 0, null);
    for (int n = 1; n <= 7; n++) {
      bank.customer(n, 9_000, true, true, false); // P01 is worth twice as much to everybody
    }

    var output = bank.decide("decide", bank.input(1, 7), BotsUnderTest.at("decide"));

    assertThat(products())
        .containsEntry("P01", List.of(1, 2))
        .extractingByKey("P04", org.assertj.core.api.InstanceOfAssertFactories.LIST)
        .hasSize(5);
    assertThat(output.get("gap").doubleValue()).isLessThan(1e-6);
    assertThat(goalOf("P01"))
        .returns(2.0, CapacityPrice::used)
        .returns(0.0, CapacityPrice::missing);
    assertThat(goalOf("P01").priceYuan()).isPositive();
    assertThat(goalOf("P04")).returns(0.0, CapacityPrice::missing);
    assertReplaysExactly();
  }

  @ParameterizedTest
  @EnumSource
  void leavesAMinimumShortThatCostsMoreThanTheBankPaysAndSaysByHowMuch(TestDatabase kind) {
    bank = new DecisionBank(kind);
    goal("P04", 3, null, 0.5, null);
    for (int n = 1; n <= 7; n++) {
      bank.customer(n, 9_000, true, true, false);
    }

    bank.decide("decide", bank.input(1, 7), BotsUnderTest.at("decide"));

    assertThat(products()).containsOnlyKeys("P01");
    assertThat(goalOf("P04"))
        .returns(3.0, CapacityPrice::minimum)
        .returns(3.0, CapacityPrice::missing)
        .returns(Double.POSITIVE_INFINITY, CapacityPrice::capacity);
    assertReplaysExactly();
  }

  @ParameterizedTest
  @EnumSource
  void countsAGoalOverTheDatesWindowsAndOnlyWhileItHolds(TestDatabase kind) {
    bank = new DecisionBank(kind);
    goal("P01", 0, 4, 0, null);
    goal("P04", 5, null, 1_000, BotsUnderTest.D0.minusDays(1)); // was yesterday's
    for (int n = 1; n <= 7; n++) {
      bank.customer(n, 9_000, true, true, false);
    }

    bank.decide("decide", bank.input(1, 3), BotsUnderTest.at("decide"));
    bank.decide("later", bank.input(4, 7), BotsUnderTest.at("later"));

    assertThat(products())
        .extractingByKey("P01", org.assertj.core.api.InstanceOfAssertFactories.LIST)
        .hasSize(4)
        .contains(1, 2, 3);
    assertThat(products()).containsKey("P04"); // the rest of the second window
  }

  @ParameterizedTest
  @EnumSource
  void offersNothingBesideAProductThatExcludesIt(TestDatabase kind) {
    bank = new DecisionBank(kind);
    bank.sql(
        "insert into product_conflict (product_code, other_code, days) values ('P04', 'P01', 30)");
    for (int n = 1; n <= 3; n++) {
      bank.customer(n, 9_000, true, true, false);
    }
    bank.sql(
        "insert into conversion (id, customer, customer_key, product_code, at, amount_yuan,"
            + " received_at) values ('c1', 1, '1', 'P04', timestamp with time zone '2026-10-22"
            + " 12:00:00+08:00', 1, current_timestamp), ('c2', 2, '2', 'P04', timestamp with time"
            + " zone '2026-10-21 12:00:00+08:00', 1, current_timestamp)");
    contactedAbout("P01", 3);

    bank.decide("decide", bank.input(1, 3), BotsUnderTest.at("decide"));

    assertThat(products()).isEqualTo(Map.of("P04", List.of(1), "P01", List.of(2, 3)));
    assertThat(
            bank.bean(io.waybot.db.audience.CandidateSets.class)
                .losses(BotsUnderTest.at("decide").stepId()))
        .filteredOn(loss -> loss.rule().equals("CONFLICT"))
        .extracting(io.waybot.db.audience.CandidateSets.Loss::strategy)
        .contains("P01/sms", "P04/sms");
  }

  @ParameterizedTest
  @EnumSource
  void givesAHouseholdOneContentADay(TestDatabase kind) {
    bank = new DecisionBank(kind);
    bank.sql(
        "insert into setting (name, text, changed_at, changed_by) values ('decision.household',"
            + " 'true', current_timestamp, 'x')");
    for (int n = 1; n <= 6; n++) {
      bank.customer(n, 9_000, true, true, false);
    }
    bank.sql("update customer set household = 'H1' where number in (1, 3, 5)");
    bank.sql("update customer set household = 'H2' where number = 6");

    bank.decide("decide", bank.input(2, 6), BotsUnderTest.at("decide"));
    assertReplaysExactly();
    var later = bank.decide("later", bank.input(1, 1), BotsUnderTest.at("later"));

    assertThat(products()).isEqualTo(Map.of("P01", List.of(2, 3, 4, 6)));
    assertThat(bank.lost("decide")).isEqualTo(Map.of("household", List.of(5)));
    assertThat(bank.members(later, "notChosen")).containsExactly(1);
    assertThat(bank.lost("later")).isEqualTo(Map.of("household_served", List.of(1)));
  }

  private void goal(
      String product, int least, Integer most, double penalty, java.time.LocalDate until) {
    bank.sql(
        "insert into product_goal (product_code, minimum, maximum, penalty_yuan, valid_until)"
            + " values (?, ?, ?, ?, ?)",
        product,
        least,
        most,
        penalty,
        until);
  }

  private void contactedAbout(String product, int customer) {
    var id = UUID.randomUUID();
    bank.sql(
        "insert into dispatch (id, scope_run_id, step, customer, channel, run_id, idempotency_key,"
            + " content_code, content_version, product_code, language, state, send_by,"
            + " attempts, cost_yuan, created_at) values (?, ?, 'earlier#1', ?, 'email', ?, 'k',"
            + " 'C', 1, ?, 'zh', 'SENT', current_timestamp, 1, 0, timestamp with"
            + " time zone '2026-11-01 12:00:00+08:00')",
        id,
        BotsUnderTest.RUN,
        customer,
        BotsUnderTest.RUN,
        product);
    bank.sql(
        "insert into contact_log (customer, channel, at, contact_date, run_id, dispatch_id) values"
            + " (?, 'email', current_timestamp, date '2026-11-01', ?, ?)",
        customer,
        BotsUnderTest.RUN,
        id);
  }

  private Map<String, List<Integer>> products() {
    var byProduct = new TreeMap<String, List<Integer>>();
    bank.bean(DecisionTable.class).ofRun(BotsUnderTest.RUN).stream()
        .sorted(java.util.Comparator.comparing(Decision::customer))
        .forEach(d ->
            byProduct
                .computeIfAbsent(d.product(), p -> new java.util.ArrayList<>())
                .add(d.customer()));
    return byProduct;
  }

  private CapacityPrice goalOf(String product) {
    return bank.bean(DecisionTable.class).prices(bank.window(BotsUnderTest.RUN).id()).stream()
        .filter(price -> price.key().equals("product:" + product))
        .findFirst()
        .orElseThrow();
  }

  /** The window of the run, decided again, is what was stored: choices, values and prices. */
  private void assertReplaysExactly() {
    var window = bank.window(BotsUnderTest.RUN).id();
    var again = bank.bean(DecisionReplay.class).replay(window, DecisionReplay.Change.NONE);
    var stored = bank.bean(DecisionTable.class).ofRun(BotsUnderTest.RUN);
    assertThat(again.prices())
        .containsExactlyInAnyOrderElementsOf(bank.bean(DecisionTable.class).prices(window));
    assertThat(again.chosen()).hasSameSizeAs(stored);
    assertThat(stored)
        .allSatisfy(d ->
            assertThat(again.chosen().get(d.customer()))
                .returns(d.content(), DecisionReplay.Choice::content)
                .returns(d.channel(), DecisionReplay.Choice::channel)
                .returns(d.valueYuan(), DecisionReplay.Choice::valueYuan)
                .returns(d.priceYuan(), DecisionReplay.Choice::priceYuan));
  }
}
