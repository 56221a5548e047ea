package io.waybot.bots.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.waybot.bots.Outcome;
import io.waybot.bots.RobotContext;
import io.waybot.bots.testing.BotsUnderTest;
import io.waybot.db.audience.AudienceRef;
import io.waybot.db.audience.AudienceStore;
import io.waybot.db.audience.NewAudience;
import io.waybot.db.decision.Decision;
import io.waybot.db.decision.DecisionTable;
import io.waybot.db.testing.TestDatabase;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.roaringbitmap.RoaringBitmap;

class ForecastTest {
  private static final UUID WINDOW = UUID.fromString("00000000-0000-0000-0000-0000000000f1");

  @ParameterizedTest
  @EnumSource
  void drawsWhoRespondsByTheModelsProbabilityTheSameWayEachTime(TestDatabase kind) {
    try (var bots = rehearsed(kind)) {
      var first = split(bots, "respond");
      var again = split(bots, "respond_again");

      int chosen = 4_000;
      assertThat(first.responded().getCardinality()).isCloseTo(1_200, within(130)); // 4.5 sigma
      assertThat(first.responded()).isEqualTo(again.responded());
      assertThat(first.silent().getCardinality())
          .isEqualTo(chosen - first.responded().getCardinality());
    }
  }

  @ParameterizedTest
  @EnumSource
  void leavesOutWhomTheRehearsalNeverContacted(TestDatabase kind) {
    try (var bots = rehearsed(kind)) {
      var split = split(bots, "respond");

      assertThat(RoaringBitmap.or(split.responded(), split.silent()))
          .isEqualTo(RoaringBitmap.bitmapOfRange(1, 4_001));
    }
  }

  private record Split(RoaringBitmap responded, RoaringBitmap silent) {}

  private static Split split(BotsUnderTest bots, String element) {
    var output =
        ((Outcome.Done<SplitByResponseRobot.Output>)
                bots.bean(SplitByResponseRobot.class)
                    .work(
                        new SplitByResponseRobot.Input(list(bots, 5_000), null),
                        rehearsal(element)))
            .output();
    var store = bots.bean(AudienceStore.class);
    return new Split(store.load(output.responded().id()), store.load(output.silent().id()));
  }

  /** 4,000 of 5,000 customers handed over as leads, each with probability 0.2 at efficiency 1.5. */
  private static BotsUnderTest rehearsed(TestDatabase kind) {
    var bots =
        new BotsUnderTest(
            kind,
            Map.of(),
            "io.waybot.bots.feedback",
            "io.waybot.bots.policy",
            "io.waybot.db.audience",
            "io.waybot.db.content",
            "io.waybot.db.decision",
            "io.waybot.db.feedback");
    bots.db.batch().update("update run set kind = 'REHEARSAL'");
    bots.db
        .batch()
        .update(
            "insert into channel (code, name_zh, name_en, connected, daily_capacity,"
                + " per_minute, cost_yuan, hours, business_days_only, counts_as_contact,"
                + " crash_kind, factor, stopped, position) values ('branch', '客户经理', 'Branch',"
                + " true, 0, 60, 5, '00:00-24:00', false, true, 'OWN_TABLE', 1.5, false, 1)");
    bots.db
        .batch()
        .update(
            "insert into decision_window (id, business_date, sequence, kind, state, opened_at)"
                + " values (?, ?, 1, 'REHEARSAL', 'DECIDED', current_timestamp)",
            WINDOW,
            BotsUnderTest.D0);
    bots.bean(DecisionTable.class)
        .add(
            IntStream.rangeClosed(1, 4_000)
                .mapToObj(customer ->
                    new Decision(
                        WINDOW,
                        customer,
                        BotsUnderTest.RUN,
                        "decide",
                        "P01",
                        "C01",
                        "branch",
                        null,
                        0.2f,
                        1,
                        0))
                .toList());
    bots.bean(AudienceStore.class)
        .save(
            NewAudience.of(BotsUnderTest.RUN, UUID.randomUUID(), "leads", "handed"),
            RoaringBitmap.bitmapOfRange(1, 4_001));
    return bots;
  }

  private static AudienceRef list(BotsUnderTest bots, int customers) {
    return bots.bean(AudienceStore.class)
        .save(
            NewAudience.of(BotsUnderTest.RUN, UUID.randomUUID(), "arms", "treatment"),
            RoaringBitmap.bitmapOfRange(1, customers + 1L));
  }

  private static RobotContext rehearsal(String element) {
    var at = BotsUnderTest.at(element);
    return new RobotContext(
        at.runId(),
        at.scopeRunId(),
        "REHEARSAL",
        at.journeyId(),
        at.journeyVersionId(),
        at.journeyKey(),
        at.ownerOrg(),
        at.businessDate(),
        at.stepId(),
        at.elementId(),
        1);
  }
}
