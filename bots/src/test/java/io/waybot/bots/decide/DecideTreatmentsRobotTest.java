package io.waybot.bots.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waybot.bots.Outcome;
import io.waybot.bots.RobotContext;
import io.waybot.bots.RobotFailure;
import io.waybot.bots.testing.BotsUnderTest;
import io.waybot.db.audience.AudienceRef;
import io.waybot.db.audience.AudienceStore;
import io.waybot.db.audience.NewAudience;
import io.waybot.db.customer.ColumnType;
import io.waybot.db.customer.Dataset;
import io.waybot.db.customer.DatasetCatalog;
import io.waybot.db.customer.DatasetColumn;
import io.waybot.db.decision.CapacityPrice;
import io.waybot.db.decision.Decision;
import io.waybot.db.decision.DecisionTable;
import io.waybot.db.decision.DecisionWindow;
import io.waybot.db.decision.DecisionWindows;
import io.waybot.db.model.ScoreStore;
import io.waybot.db.run.RobotStep;
import io.waybot.db.run.RobotSteps;
import io.waybot.db.testing.TestDatabase;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.roaringbitmap.RoaringBitmap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DecideTreatmentsRobotTest {
  private static final UUID MODEL = UUID.fromString("00000000-0000-0000-0000-00000000000a");
  private static final UUID VERSION = UUID.fromString("00000000-0000-0000-0000-00000000000b");
  private BotsUnderTest bots;

  @AfterEach
  void close() {
    bots.close();
  }

  @ParameterizedTest
  @EnumSource
  void givesScarceChannelsToTheWorthiestAndSaysWhyOthersGotNothing(TestDatabase kind) {
    open(kind);
    for (int n = 1; n <= 10; n++) {
      customer(n, 9_000, true, true, n <= 2); // worth more the lower the number
    }
    customer(11, 9_000, false, false, false);
    customer(12, 50, true, true, false);

    var output = decide("decide", input(1, 12), BotsUnderTest.at("decide"));

    assertThat(members(output, "branch")).containsExactly(1);
    assertThat(members(output, "sms")).containsExactly(2, 3, 4);
    assertThat(members(output, "push")).containsExactly(5, 6, 7, 8);
    assertThat(members(output, "email")).isEmpty();
    assertThat(members(output, "inbox")).isEmpty();
    assertThat(lost("decide"))
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
    open(kind);
    for (int n = 1; n <= 7; n++) {
      customer(n, n == 3 ? 4_000 : 9_000, true, true, false);
    }

    decide("decide", input(1, 7), BotsUnderTest.at("decide"));

    var decisions = bots.bean(DecisionTable.class).ofRun(BotsUnderTest.RUN);
    assertThat(decisions)
        .filteredOn(d -> d.customer() == 3)
        .singleElement()
        .satisfies(d -> assertThat(d.product()).isEqualTo("P04"))
        .satisfies(d -> assertThat(d.content()).isEqualTo("C04"));
    var window = bots.bean(DecisionWindows.class).ofRun(BotsUnderTest.RUN).getFirst();
    assertThat(window.decided()).isTrue();
    assertThat(bots.bean(DecisionTable.class).prices(window.id()))
        .extracting(CapacityPrice::key, CapacityPrice::capacity, CapacityPrice::used)
        .contains(org.assertj.core.groups.Tuple.tuple("channel:sms", 3.0, 3.0));
    var seat = bots.bean(DecisionWindows.class).participants(window.id()).getFirst();
    var terms = bots.bean(JsonMapper.class).readValue(seat.terms(), DecisionTerms.class);
    for (var d : decisions) {
      bots.bean(Candidates.class)
          .each(
              terms,
              RoaringBitmap.bitmapOf(d.customer()),
              bots.bean(WindowFacts.class).contacts(window.id()),
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
    open(kind);
    for (int n = 1; n <= 10; n++) {
      customer(n, 9_000, true, true, n <= 2);
    }
    sql("update data_customers set contacts_7d = mod(number, 3)");
    decide("decide", weighing(100, input(1, 10)), BotsUnderTest.at("decide"));
    var window = bots.bean(DecisionWindows.class).ofRun(BotsUnderTest.RUN).getFirst();
    var replay = bots.bean(DecisionReplay.class);
    sql("update data_customers set contacts_7d = 5, demand_yuan = 0"); // the next day's import
    sql("update customer set org_code = '11'");

    var same = replay.replay(window.id(), DecisionReplay.Change.NONE);
    var more =
        replay.replay(
            window.id(), new DecisionReplay.Change(Map.of("channel:sms", 4.0), null, null));

    var stored = bots.bean(DecisionTable.class).ofRun(BotsUnderTest.RUN);
    assertThat(same.chosen()).hasSameSizeAs(stored);
    assertThat(stored)
        .allSatisfy(d ->
            assertThat(same.chosen().get(d.customer()))
                .returns(d.product(), DecisionReplay.Choice::product)
                .returns(d.channel(), DecisionReplay.Choice::channel)
                .returns(d.valueYuan(), DecisionReplay.Choice::valueYuan)
                .returns(d.priceYuan(), DecisionReplay.Choice::priceYuan));
    assertThat(same.prices())
        .containsExactlyInAnyOrderElementsOf(bots.bean(DecisionTable.class).prices(window.id()));
    assertThat(more.chosen()).hasSize(stored.size() + 1);
    assertThat(more.valueYuan()).isGreaterThan(same.valueYuan());
    assertThat(more.valueYuan() - same.valueYuan())
        .isLessThanOrEqualTo(price(same, "channel:sms") + 1e-6);
  }

  @ParameterizedTest
  @EnumSource
  void givesAProductToAsManyAsTheBankWantsAndToNoMore(TestDatabase kind) {
    open(kind);
    goal("P04", 3, null, 1_000, null);
    goal("P01", 0, 2, 0, null);
    for (int n = 1; n <= 7; n++) {
      customer(n, 9_000, true, true, false); // P01 is worth twice as much to everybody
    }

    var output = decide("decide", input(1, 7), BotsUnderTest.at("decide"));

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
    open(kind);
    goal("P04", 3, null, 0.5, null);
    for (int n = 1; n <= 7; n++) {
      customer(n, 9_000, true, true, false);
    }

    decide("decide", input(1, 7), BotsUnderTest.at("decide"));

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
    open(kind);
    goal("P01", 0, 4, 0, null);
    goal("P04", 5, null, 1_000, BotsUnderTest.D0.minusDays(1)); // was yesterday's
    for (int n = 1; n <= 7; n++) {
      customer(n, 9_000, true, true, false);
    }

    decide("decide", input(1, 3), BotsUnderTest.at("decide"));
    decide("later", input(4, 7), BotsUnderTest.at("later"));

    assertThat(products())
        .extractingByKey("P01", org.assertj.core.api.InstanceOfAssertFactories.LIST)
        .hasSize(4)
        .contains(1, 2, 3);
    assertThat(products()).containsKey("P04"); // the rest of the second window
  }

  @ParameterizedTest
  @EnumSource
  void offersNothingBesideAProductThatExcludesIt(TestDatabase kind) {
    open(kind);
    sql("insert into product_conflict (product_code, other_code, days) values ('P04', 'P01', 30)");
    for (int n = 1; n <= 3; n++) {
      customer(n, 9_000, true, true, false);
    }
    sql(
        "insert into conversion (id, customer, customer_key, product_code, at, amount_yuan,"
            + " received_at) values ('c1', 1, '1', 'P04', timestamp with time zone '2026-10-22"
            + " 12:00:00+08:00', 1, current_timestamp), ('c2', 2, '2', 'P04', timestamp with time"
            + " zone '2026-10-21 12:00:00+08:00', 1, current_timestamp)");
    contactedAbout("P01", 3);

    decide("decide", input(1, 3), BotsUnderTest.at("decide"));

    assertThat(products()).isEqualTo(Map.of("P04", List.of(1), "P01", List.of(2, 3)));
    assertThat(
            bots.bean(io.waybot.db.audience.CandidateSets.class)
                .losses(BotsUnderTest.at("decide").stepId()))
        .filteredOn(loss -> loss.rule().equals("CONFLICT"))
        .extracting(io.waybot.db.audience.CandidateSets.Loss::strategy)
        .contains("P01/sms", "P04/sms");
  }

  @ParameterizedTest
  @EnumSource
  void givesAHouseholdOneContentADay(TestDatabase kind) {
    open(kind);
    sql(
        "insert into setting (name, text, changed_at, changed_by) values ('decision.household',"
            + " 'true', current_timestamp, 'x')");
    for (int n = 1; n <= 6; n++) {
      customer(n, 9_000, true, true, false);
    }
    sql("update customer set household = 'H1' where number in (1, 3, 5)");
    sql("update customer set household = 'H2' where number = 6");

    decide("decide", input(2, 6), BotsUnderTest.at("decide"));
    assertReplaysExactly();
    var later = decide("later", input(1, 1), BotsUnderTest.at("later"));

    assertThat(products()).isEqualTo(Map.of("P01", List.of(2, 3, 4, 6)));
    assertThat(lost("decide")).isEqualTo(Map.of("household", List.of(5)));
    assertThat(members(later, "notChosen")).containsExactly(1);
    assertThat(lost("later")).isEqualTo(Map.of("household_served", List.of(1)));
  }

  private void goal(
      String product, int least, Integer most, double penalty, java.time.LocalDate until) {
    sql(
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
    sql(
        "insert into dispatch (id, scope_run_id, step, customer, channel, run_id, idempotency_key,"
            + " content_code, content_version, product_code, language, state, not_before, send_by,"
            + " attempts, cost_yuan, created_at) values (?, ?, 'earlier#1', ?, 'email', ?, 'k',"
            + " 'C', 1, ?, 'zh', 'SENT', current_timestamp, current_timestamp, 1, 0, timestamp with"
            + " time zone '2026-11-01 12:00:00+08:00')",
        id,
        BotsUnderTest.RUN,
        customer,
        BotsUnderTest.RUN,
        product);
    sql(
        "insert into contact_log (customer, channel, at, contact_date, run_id, dispatch_id) values"
            + " (?, 'email', current_timestamp, date '2026-11-01', ?, ?)",
        customer,
        BotsUnderTest.RUN,
        id);
  }

  private Map<String, List<Integer>> products() {
    var byProduct = new TreeMap<String, List<Integer>>();
    bots.bean(DecisionTable.class).ofRun(BotsUnderTest.RUN).stream()
        .sorted(java.util.Comparator.comparing(Decision::customer))
        .forEach(d ->
            byProduct
                .computeIfAbsent(d.product(), p -> new java.util.ArrayList<>())
                .add(d.customer()));
    return byProduct;
  }

  private CapacityPrice goalOf(String product) {
    return bots.bean(DecisionTable.class).prices(window(BotsUnderTest.RUN).id()).stream()
        .filter(price -> price.key().equals("product:" + product))
        .findFirst()
        .orElseThrow();
  }

  /** The window of the run, decided again, is what was stored: choices, values and prices. */
  private void assertReplaysExactly() {
    var window = window(BotsUnderTest.RUN).id();
    var again = bots.bean(DecisionReplay.class).replay(window, DecisionReplay.Change.NONE);
    var stored = bots.bean(DecisionTable.class).ofRun(BotsUnderTest.RUN);
    assertThat(again.prices())
        .containsExactlyInAnyOrderElementsOf(bots.bean(DecisionTable.class).prices(window));
    assertThat(again.chosen()).hasSameSizeAs(stored);
    assertThat(stored)
        .allSatisfy(d ->
            assertThat(again.chosen().get(d.customer()))
                .returns(d.content(), DecisionReplay.Choice::content)
                .returns(d.channel(), DecisionReplay.Choice::channel)
                .returns(d.valueYuan(), DecisionReplay.Choice::valueYuan)
                .returns(d.priceYuan(), DecisionReplay.Choice::priceYuan));
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

  @ParameterizedTest
  @EnumSource
  void usesTheDaysCapacityOnceAndChoosesNobodyTwice(TestDatabase kind) {
    open(kind);
    for (int n = 1; n <= 10; n++) {
      customer(n, 9_000, true, true, false);
    }
    decide("decide", input(1, 10), BotsUnderTest.at("decide"));

    var again = decide("later", input(1, 10), BotsUnderTest.at("later"));

    assertThat(members(again, "sms")).isEmpty();
    assertThat(members(again, "push")).isEmpty();
    assertThat(lost("later"))
        .isEqualTo(
            Map.of("already_chosen", List.of(1, 2, 3, 4, 5, 6, 7), "capacity", List.of(8, 9, 10)));
  }

  @ParameterizedTest
  @EnumSource
  void doesAStepThatIsDeliveredAgainOnlyOnce(TestDatabase kind) {
    open(kind);
    customer(1, 9_000, true, true, false);
    var input = input(1, 1);
    var first = decide("decide", input, BotsUnderTest.at("decide"));

    var outcome = bots.bean(DecideTreatmentsRobot.class).work(input, BotsUnderTest.at("decide"));

    assertThat(outcome).isInstanceOf(Outcome.Parked.class);
    assertThat(output("decide")).isEqualTo(first);
    assertThat(bots.bean(DecisionTable.class).ofRun(BotsUnderTest.RUN)).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource
  void letsARehearsalTakeNothing(TestDatabase kind) {
    open(kind);
    for (int n = 1; n <= 5; n++) {
      customer(n, 9_000, true, true, false);
    }
    var rehearsalRun = UUID.randomUUID();
    bots.db
        .batch()
        .update(
            "insert into run (id, journey_id, journey_version_id, business_date, kind, attempt,"
                + " state, scope_run_id, parameters, started_by, started_at, state_changed_at,"
                + " version) select ?, journey_id, journey_version_id, business_date, 'REHEARSAL',"
                + " 1, state, ?, parameters, started_by, started_at, state_changed_at, 0 from run"
                + " where kind = 'DAILY'",
            rehearsalRun,
            rehearsalRun);
    var at = BotsUnderTest.at("rehearse");
    var rehearsal =
        new RobotContext(
            rehearsalRun,
            rehearsalRun,
            "REHEARSAL",
            at.journeyId(),
            at.journeyVersionId(),
            at.journeyKey(),
            at.ownerOrg(),
            at.businessDate(),
            at.stepId(),
            at.elementId(),
            1);

    var rehearsed = decide("rehearse", input(1, 5), rehearsal);
    var real = decide("decide", input(1, 5), BotsUnderTest.at("decide"));

    assertThat(members(rehearsed, "sms")).containsExactly(1, 2, 3);
    assertThat(members(real, "sms")).containsExactly(1, 2, 3);
    assertThat(members(real, "push")).containsExactly(4, 5);
  }

  @ParameterizedTest
  @EnumSource
  void keepsWithinTheJourneysBudgetAndSaysSo(TestDatabase kind) {
    open(kind);
    bots.db.batch().update("update journey_version set settings = '{\"dailyBudgetYuan\":0.1}'");
    for (int n = 1; n <= 5; n++) {
      customer(n, 9_000, true, false, false);
    }

    var output = decide("decide", input(1, 5), BotsUnderTest.at("decide"));

    assertThat(members(output, "sms")).containsExactly(1, 2); // 0.045 yuan each
    assertThat(lost("decide")).isEqualTo(Map.of("budget", List.of(3, 4, 5)));
  }

  @ParameterizedTest
  @EnumSource
  void decidesOnceForAllJourneysOfTheDayAndGivesEachCustomerOneContent(TestDatabase kind) {
    open(kind, "10:00");
    for (int n = 1; n <= 10; n++) {
      customer(n, 9_000, true, true, false);
    }
    var second = journey("second_daily", "RUNNING");
    var third = journey("third_daily", "WAITING_DATA");

    join("decide", input(1, 6), BotsUnderTest.at("decide"));
    join("decide2", input(3, 8), second);
    assertThat(window(BotsUnderTest.RUN).decided()).isFalse();
    join("decide3", input(5, 10), third);

    var window = window(BotsUnderTest.RUN);
    assertThat(window.decided()).isTrue();
    assertThat(List.of(window(second.runId()), window(third.runId()))).containsOnly(window);
    var chosen = allDecisions(BotsUnderTest.RUN, second.runId(), third.runId());
    assertThat(chosen).hasSize(7).doesNotHaveDuplicates(); // three texts, four pushes, no leads
    int wanted = 0;
    int lostToAnother = 0;
    for (var run : List.of(BotsUnderTest.RUN, second.runId(), third.runId())) {
      var lost = lostOf(run);
      assertThat(lost.keySet()).isSubsetOf("other_journey", "capacity");
      lostToAnother += lost.getOrDefault("other_journey", List.of()).size();
      wanted += lost.values().stream().mapToInt(List::size).sum();
    }
    assertThat(wanted + chosen.size()).isEqualTo(3 * 6);
    assertThat(lostToAnother).isPositive();
  }

  @ParameterizedTest
  @EnumSource
  void letsALatecomerHaveWhatIsLeftInAWindowOfItsOwn(TestDatabase kind) {
    open(kind, "10:00");
    for (int n = 1; n <= 10; n++) {
      customer(n, 9_000, true, true, false);
    }
    var second = journey("second_daily", "FAILED"); // will never ask

    decide("decide", input(1, 5), BotsUnderTest.at("decide"));
    sql("update run set state = 'RUNNING' where id = ?", second.runId());
    var late = decide("decide2", input(4, 10), second);

    assertThat(window(BotsUnderTest.RUN).sequence()).isEqualTo(1);
    assertThat(window(second.runId()).sequence()).isEqualTo(2);
    assertThat(members(late, "sms")).isEmpty();
    assertThat(members(late, "push")).hasSize(2);
    assertThat(lostOf(second.runId()))
        .containsEntry("already_chosen", List.of(4, 5))
        .extractingByKey("capacity", org.assertj.core.api.InstanceOfAssertFactories.LIST)
        .hasSize(3);
  }

  @ParameterizedTest
  @EnumSource
  void waitsForNobodyAfterTheCutOff(TestDatabase kind) {
    open(kind, "08:59"); // the bank's clock shows 09:00
    customer(1, 9_000, true, true, false);
    journey("second_daily", "WAITING_DATA");

    decide("decide", input(1, 1), BotsUnderTest.at("decide"));

    assertThat(window(BotsUnderTest.RUN).decided()).isTrue();
  }

  @ParameterizedTest
  @EnumSource
  void asksForScoresInPlainWords(TestDatabase kind) {
    open(kind);
    customer(1, 9_000, true, true, false);
    var unscored =
        bots.bean(AudienceStore.class)
            .save(new NewAudience(null, null, null, "list", null, null), RoaringBitmap.bitmapOf(1));
    var input = input(unscored);

    assertThatThrownBy(
            () -> bots.bean(DecideTreatmentsRobot.class).work(input, BotsUnderTest.at("decide")))
        .isInstanceOf(RobotFailure.Permanent.class)
        .hasMessageContaining("no scores");
  }

  private static int treatment(DecisionTerms terms, String product, String channel) {
    for (int t = 0; t < terms.treatments(); t++) {
      if (terms.offer(t).product().equals(product) && terms.way(t).channel().equals(channel)) {
        return t;
      }
    }
    throw new AssertionError("no treatment " + product + " " + channel);
  }

  /** Another journey with a decision, and its run of the day. */
  private RobotContext journey(String key, String state) {
    var ids = List.of(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID());
    sql(
        "insert into journey (id, journey_key, name_zh, name_en, owner_org, owner_login,"
            + " experiment_salt, created_at, version) select ?, ?, name_zh, name_en, owner_org,"
            + " owner_login, experiment_salt, created_at, 0 from journey where id = ?",
        ids.get(0),
        key,
        BotsUnderTest.JOURNEY);
    sql(
        "insert into journey_version (id, journey_id, version_no, revision, state, bpmn, settings,"
            + " author, saved_at) values (?, ?, 1, 1, 'LIVE', '<task"
            + " type=\"decide-treatments\"/>', '{}', 'planner', current_timestamp)",
        ids.get(1),
        ids.get(0));
    sql(
        "insert into run (id, journey_id, journey_version_id, business_date, kind, attempt, state,"
            + " scope_run_id, parameters, started_by, started_at, state_changed_at, version)"
            + " select ?, ?, ?, business_date, 'DAILY', 1, ?, ?, parameters, started_by,"
            + " started_at, state_changed_at, 0 from run where id = ?",
        ids.get(2),
        ids.get(0),
        ids.get(1),
        state,
        ids.get(2),
        BotsUnderTest.RUN);
    var at = BotsUnderTest.at("decide of " + key);
    return new RobotContext(
        ids.get(2),
        ids.get(2),
        "DAILY",
        ids.get(0),
        ids.get(1),
        key,
        at.ownerOrg(),
        at.businessDate(),
        at.stepId(),
        "decide",
        1);
  }

  private DecisionWindow window(UUID run) {
    return bots.bean(DecisionWindows.class).ofRun(run).getFirst();
  }

  private List<Integer> allDecisions(UUID... runs) {
    return Arrays.stream(runs)
        .flatMap(run -> bots.bean(DecisionTable.class).ofRun(run).stream())
        .map(Decision::customer)
        .toList();
  }

  private Map<String, List<Integer>> lostOf(UUID run) {
    var byReason = new TreeMap<String, List<Integer>>();
    for (var set : bots.bean(AudienceStore.class).ofRun(run)) {
      if (set.ruleCode() != null) {
        byReason.put(set.ruleCode(), list(set.id()));
      }
    }
    return byReason;
  }

  private void open(TestDatabase kind) {
    open(kind, "07:00");
  }

  private void open(TestDatabase kind, String cutOff) {
    bots =
        new BotsUnderTest(
            kind,
            Map.of("waybot.decision.cut-off", cutOff),
            "io.waybot.db.bank",
            "io.waybot.db.audience",
            "io.waybot.db.strategy",
            "io.waybot.db.customer",
            "io.waybot.db.segment",
            "io.waybot.db.policy",
            "io.waybot.db.content",
            "io.waybot.db.decision",
            "io.waybot.db.model",
            "io.waybot.db.run",
            "io.waybot.connectors.segment",
            "io.waybot.connectors.model",
            "io.waybot.bots.score",
            "io.waybot.bots.policy",
            "io.waybot.bots.allocate",
            "io.waybot.bots.decide");
    var columns =
        List.of(
            DatasetColumn.of("demand_yuan", "demand_yuan", ColumnType.DECIMAL, 1),
            DatasetColumn.of("sms_ok", "sms_ok", ColumnType.BOOL, 2),
            DatasetColumn.of("push_ok", "push_ok", ColumnType.BOOL, 3),
            DatasetColumn.of("rm_ok", "rm_ok", ColumnType.BOOL, 4),
            DatasetColumn.of("mail_ok", "mail_ok", ColumnType.BOOL, 5),
            DatasetColumn.of("contacts_7d", "contacts_7d", ColumnType.INT, 6));
    bots.bean(DatasetCatalog.class)
        .create(Dataset.CUSTOMERS, Dataset.Kind.PROFILE, "客户", "Customers", columns);
    product("P01", 5_000, 240, "C01");
    product("P04", 100, 120, "C04");
    channel("branch", 720, 6.0, 2.0);
    channel("sms", 3, 0.045, 1.1);
    channel("push", 4, 0.002, 1.0);
    channel("email", 0, 0.001, 0.8);
    sql(
        "insert into app_user (login, name_zh, name_en, org_code, password_hash, kind,"
            + " leads_per_day) values ('rm1101a', '刘', 'Liu', '1101', 'x', 'PERSON', 20)");
    sql(
        "insert into model (id, code, name_zh, name_en, created_at) values (?, 'deposit', '存款',"
            + " 'Deposit', current_timestamp)",
        MODEL);
    sql(
        "insert into model_version (id, model_id, version, algorithm, state, dataset, label,"
            + " features, split, train_rows, auc, ks, metrics, booster, trained_by, trained_at)"
            + " values (?, ?, 1, 'lightgbm', 'CHAMPION', 'customers', 'bought', '[]', '{}', 1, 0.7,"
            + " 0.4, '{}', ?, 'x', current_timestamp)",
        VERSION,
        MODEL,
        new byte[] {1});
    var scores = new float[ScoreStore.CHUNK];
    Arrays.fill(scores, Float.NaN);
    for (int n = 1; n <= 12; n++) {
      scores[n] = (20 - n) / 20f;
    }
    bots.bean(ScoreStore.class).add(VERSION, BotsUnderTest.D0, 0, scores);
  }

  private void product(String code, int min, int margin, String content) {
    sql(
        "insert into product (code, name_zh, name_en, product_class, min_yuan, margin_yuan) values"
            + " (?, ?, ?, 'DEPOSIT', ?, ?)",
        code,
        code,
        code,
        min,
        margin);
    sql(
        "insert into content (id, code, product_code, owner_org, purpose, changed_by, changed_at,"
            + " version) values (?, ?, ?, '00', 'MARKETING', 'x', current_timestamp, 1)",
        UUID.randomUUID(),
        content,
        code);
  }

  private void channel(String code, int capacity, double cost, double factor) {
    sql(
        "insert into channel (code, name_zh, name_en, connected, daily_capacity, per_minute,"
            + " cost_yuan, hours, counts_as_contact, crash_kind, factor, position) values (?, ?, ?,"
            + " true, ?, 9, ?, '00:00-24:00', true, 'IDEMPOTENT', ?, 1)",
        code,
        code,
        code,
        capacity,
        cost,
        factor);
  }

  private void customer(int number, int demand, boolean sms, boolean push, boolean rm) {
    bots.customers(number, number);
    sql(
        "insert into data_customers (number, demand_yuan, sms_ok, push_ok, rm_ok, mail_ok) values"
            + " (?, ?, ?, ?, ?, false)",
        number,
        demand,
        sms,
        push,
        rm);
  }

  private DecideTreatmentsRobot.Input input(int from, int to) {
    var lineage =
        "{\"parent\":\""
            + MODEL
            + "\",\"modelVersion\":\""
            + VERSION
            + "\",\"dataset\":\"customers\"}";
    return input(
        bots.bean(AudienceStore.class)
            .save(
                new NewAudience(null, null, null, "scored", null, lineage),
                RoaringBitmap.bitmapOfRange(from, to + 1L)));
  }

  private static DecideTreatmentsRobot.Input input(AudienceRef audience) {
    return new DecideTreatmentsRobot.Input(
        audience,
        "P01,P04",
        "C01,C04",
        "branch,sms,push,email",
        null,
        null,
        null,
        null,
        1,
        70.0,
        null,
        100,
        0,
        100,
        null);
  }

  private JsonNode decide(String element, DecideTreatmentsRobot.Input input, RobotContext context) {
    join(element, input, context);
    var step = bots.bean(RobotSteps.class).get(context.stepId());
    assertThat(step.state()).isEqualTo(RobotStep.State.DONE);
    return bots.bean(JsonMapper.class).readTree(step.output());
  }

  private void join(String element, DecideTreatmentsRobot.Input input, RobotContext context) {
    sql(
        "insert into robot_step (id, run_id, engine_id, element_instance_key, element_id, pass,"
            + " robot, job_key, state, attempts, started_at) values (?, ?, ?, ?, ?, 1,"
            + " 'decide-treatments', 1, 'RUNNING', 1, current_timestamp)",
        context.stepId(),
        context.runId(),
        UUID.randomUUID(),
        element.hashCode(),
        element);
    bots.bean(DecideTreatmentsRobot.class).work(input, context);
  }

  private JsonNode output(String element) {
    var step = bots.bean(RobotSteps.class).get(BotsUnderTest.at(element).stepId());
    assertThat(step.state()).isEqualTo(RobotStep.State.DONE);
    return bots.bean(JsonMapper.class).readTree(step.output());
  }

  private List<Integer> members(JsonNode output, String set) {
    var id = UUID.fromString(output.get(set).get("id").stringValue());
    return list(id);
  }

  private List<Integer> list(UUID audience) {
    return Arrays.stream(bots.bean(AudienceStore.class).load(audience).toArray()).boxed().toList();
  }

  private Map<String, List<Integer>> lost(String element) {
    var byReason = new TreeMap<String, List<Integer>>();
    for (var set : bots.bean(AudienceStore.class).ofRun(BotsUnderTest.RUN)) {
      if (element.equals(set.elementId()) && set.ruleCode() != null) {
        byReason.put(set.ruleCode(), list(set.id()));
      }
    }
    return byReason;
  }

  private void sql(String statement, Object... parameters) {
    bots.db.batch().update(statement, parameters);
  }
}
