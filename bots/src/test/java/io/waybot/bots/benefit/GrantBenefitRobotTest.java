package io.waybot.bots.benefit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waybot.bots.Outcome;
import io.waybot.bots.RobotContext;
import io.waybot.bots.RobotFailure;
import io.waybot.bots.testing.BotsUnderTest;
import io.waybot.db.audience.AudienceRef;
import io.waybot.db.audience.AudienceStore;
import io.waybot.db.audience.NewAudience;
import io.waybot.db.benefit.BenefitLedger;
import io.waybot.db.benefit.GrantOrder;
import io.waybot.db.benefit.Granted;
import io.waybot.db.testing.TestDatabase;
import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.roaringbitmap.RoaringBitmap;

class GrantBenefitRobotTest {
  private BotsUnderTest bots;

  @AfterEach
  void close() {
    bots.close();
  }

  @ParameterizedTest
  @EnumSource
  void givesOnlyToThoseWhoReachedTheGoal(TestDatabase kind) {
    open(kind, 100);
    bought("P17", 2, 4, 9);
    bought("P01", 3);

    var output = work(list(1, 5), "GOAL", 1, 1_000, BotsUnderTest.at("grant"));

    assertThat(customers(output.granted())).containsExactly(2, 4);
    assertThat(output.waiting()).isEqualTo(3);
    assertThat(yuan()).isEqualByComparingTo("10");
  }

  @ParameterizedTest
  @EnumSource
  void givesNothingOnAReplayAndAnswersTheSame(TestDatabase kind) {
    open(kind, 100);
    var list = list(1, 5);

    var first = work(list, "LIST", 1, 15, BotsUnderTest.at("grant"));
    assertThat(customers(first.granted())).containsExactly(1, 2, 3);
    var replay = work(list, "LIST", 1, 15, BotsUnderTest.at("grant"));

    assertThat(customers(replay.granted())).containsExactly(1, 2, 3);
    assertThat(first.unfunded()).isEqualTo(2);
    assertThat(replay.unfunded()).isEqualTo(2);
    assertThat(grants()).isEqualTo(3);
  }

  @ParameterizedTest
  @EnumSource
  void givesEachCustomerNoMoreThanTheirShareOverAllDays(TestDatabase kind) {
    open(kind, 100);
    var list = list(1, 3);
    work(list, "LIST", 2, 1_000, on("monday"));
    work(list, "LIST", 2, 1_000, on("tuesday"));

    var third = work(list, "LIST", 2, 1_000, on("wednesday"));

    assertThat(third.granted().count()).isZero();
    assertThat(third.full()).isEqualTo(3);
    assertThat(grants()).isEqualTo(6);
  }

  @ParameterizedTest
  @EnumSource
  void stopsWhenTheStockIsGone(TestDatabase kind) {
    open(kind, 2);

    var output = work(list(1, 5), "LIST", 1, 1_000, BotsUnderTest.at("grant"));

    assertThat(output.granted().count()).isEqualTo(2);
    assertThat(output.unfunded()).isEqualTo(3);
  }

  @ParameterizedTest
  @EnumSource
  void countsInARehearsalAndGivesNothing(TestDatabase kind) {
    open(kind, 100);
    var real = BotsUnderTest.at("grant");
    var rehearsal =
        new RobotContext(
            real.runId(),
            real.scopeRunId(),
            "REHEARSAL",
            real.journeyId(),
            real.journeyVersionId(),
            real.journeyKey(),
            real.ownerOrg(),
            real.businessDate(),
            real.stepId(),
            real.elementId(),
            1);

    var output = work(list(1, 5), "LIST", 1, 15, rehearsal);

    assertThat(output.granted().count()).isEqualTo(3);
    assertThat(grants()).isZero();
  }

  @ParameterizedTest
  @EnumSource
  void givesNothingForBuyingADeposit(TestDatabase kind) {
    open(kind, 100);
    goal("P17\", \"P01");
    var list = list(1, 5);

    assertThatThrownBy(() -> work(list, "GOAL", 1, 100, BotsUnderTest.at("grant")))
        .isInstanceOf(RobotFailure.Permanent.class)
        .hasMessageContaining("P01");
    assertThat(grants()).isZero();
  }

  /** Two robots at the same instant, five yuan left, five yuan a piece. */
  @ParameterizedTest
  @EnumSource
  void spendsTheLastYuanOnce(TestDatabase kind) throws Exception {
    open(kind, 100);
    var ledger = bots.bean(BenefitLedger.class);
    var start = new CyclicBarrier(2);
    try (var two = Executors.newFixedThreadPool(2)) {
      for (int round = 1; round <= 10; round++) {
        var budget = BigDecimal.valueOf(5L * round);
        var one = race(ledger, start, "one-" + round, RoaringBitmap.bitmapOf(2 * round), budget);
        var other =
            race(ledger, start, "other-" + round, RoaringBitmap.bitmapOf(2 * round + 1), budget);
        var racing = two.submit(one);

        int given = count(other.call());

        assertThat(List.of(given, count(racing.get()))).containsExactlyInAnyOrder(0, 1);
        assertThat(yuan()).isEqualByComparingTo(budget);
      }
    }
  }

  private static int count(Granted granted) {
    return granted.granted().getCardinality();
  }

  private static Callable<Granted> race(
      BenefitLedger ledger,
      CyclicBarrier start,
      String reason,
      RoaringBitmap wanted,
      BigDecimal budget) {
    var order =
        new GrantOrder("BN1", BotsUnderTest.JOURNEY, "grant", BotsUnderTest.RUN, reason, 1, budget);
    return () -> {
      start.await();
      return ledger.grant(order, wanted);
    };
  }

  private void open(TestDatabase kind, int stock) {
    bots =
        new BotsUnderTest(
            kind,
            Map.of(),
            "io.waybot.db.audience",
            "io.waybot.db.benefit",
            "io.waybot.db.content",
            "io.waybot.db.feedback",
            "io.waybot.bots.policy",
            "io.waybot.bots.benefit");
    bots.db
        .batch()
        .update(
            "insert into benefit (code, name_zh, name_en, purpose_zh, purpose_en, stock, unit_yuan)"
                + " values ('BN1', 'x', 'x', 'x', 'x', ?, 5)",
            stock);
    product("P17", "CARD");
    product("P01", "DEPOSIT");
    goal("P17");
  }

  private void product(String code, String productClass) {
    bots.db
        .batch()
        .update(
            "insert into product (code, name_zh, name_en, product_class, margin_yuan) values (?,"
                + " 'x', 'x', ?, 1)",
            code,
            productClass);
  }

  private void goal(String codes) {
    bots.db
        .batch()
        .update(
            "update journey_version set settings = ?",
            "{\"goal\":{\"products\":[\"" + codes + "\"],\"days\":14}}");
  }

  private void bought(String product, int... buyers) {
    for (int buyer : buyers) {
      bots.db
          .batch()
          .update(
              "insert into conversion (id, customer, customer_key, product_code, at, amount_yuan,"
                  + " received_at) values (?, ?, ?, ?, ?, 1, ?)",
              product + buyer,
              buyer,
              String.valueOf(buyer),
              product,
              Timestamp.from(Instant.parse("2026-11-20T02:00:00Z")),
              Timestamp.from(Instant.parse("2026-11-20T02:00:00Z")));
    }
  }

  private AudienceRef list(int from, int to) {
    return bots.bean(AudienceStore.class)
        .save(
            new NewAudience(null, null, null, "allowed", null, null),
            RoaringBitmap.bitmapOfRange(from, to + 1L));
  }

  private GrantBenefitRobot.Output work(
      AudienceRef list, String when, int each, int budget, RobotContext context) {
    var outcome =
        bots.bean(GrantBenefitRobot.class)
            .work(new GrantBenefitRobot.Input(list, "BN1", when, each, budget), context);
    return ((Outcome.Done<GrantBenefitRobot.Output>) outcome).output();
  }

  /** The same block of the same journey in another day's run. */
  private RobotContext on(String day) {
    var run = UUID.nameUUIDFromBytes(day.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    bots.db
        .batch()
        .update(
            "insert into run (id, journey_id, journey_version_id, business_date, kind, attempt,"
                + " state, scope_run_id, parameters, started_by, started_at, state_changed_at,"
                + " version) select ?, journey_id, journey_version_id, business_date, kind,"
                + " (select max(attempt) + 1 from run), state, ?, parameters, started_by,"
                + " started_at, state_changed_at, version from run where id = ?",
            run,
            run,
            BotsUnderTest.RUN);
    var real = BotsUnderTest.at("grant");
    return new RobotContext(
        run,
        run,
        "DAILY",
        real.journeyId(),
        real.journeyVersionId(),
        real.journeyKey(),
        real.ownerOrg(),
        real.businessDate(),
        run,
        "grant",
        1);
  }

  private int[] customers(AudienceRef set) {
    return bots.bean(AudienceStore.class).load(set.id()).toArray();
  }

  private int grants() {
    return bots.db.sql().sql("select count(*) from benefit_grant").query(Integer.class).single();
  }

  private BigDecimal yuan() {
    return bots.db
        .sql()
        .sql("select coalesce(sum(granted_yuan), 0) from benefit_grant")
        .query(BigDecimal.class)
        .single();
  }
}
