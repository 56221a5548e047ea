package io.waybot.bots.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waybot.bots.Outcome;
import io.waybot.bots.RobotContext;
import io.waybot.bots.RobotFailure;
import io.waybot.bots.testing.BotsUnderTest;
import io.waybot.db.audience.AudienceRef;
import io.waybot.db.audience.AudienceStore;
import io.waybot.db.audience.NewAudience;
import io.waybot.db.testing.TestDatabase;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.roaringbitmap.RoaringBitmap;

class SplitArmsRobotTest {

  @ParameterizedTest
  @EnumSource
  void putsEveryCustomerIntoExactlyOneArmAndTheSameOneWhenRepeated(TestDatabase kind) {
    try (var bots = split(kind)) {
      var first = work(bots, 10);
      var again = work(bots, 10);

      var audiences = bots.bean(AudienceStore.class);
      var control = audiences.load(again.control().id());
      var treatment = audiences.load(again.treatment().id());
      assertThat(first.control().count() + first.treatment().count()).isEqualTo(2_000);
      assertThat(again.control().count()).isEqualTo(first.control().count()).isBetween(150, 250);
      assertThat(RoaringBitmap.andCardinality(control, treatment)).isZero();
      assertThat(control.contains(100_037)).isTrue();
      assertThat(audiences.ofRun(BotsUnderTest.RUN)).hasSize(4);
    }
  }

  @ParameterizedTest
  @EnumSource
  void foretellsTheArmsAndWritesNoneOfThem(TestDatabase kind) {
    try (var bots = split(kind)) {
      var audiences = bots.bean(AudienceStore.class);
      var list = list(bots);
      int stored = audiences.ofRun(BotsUnderTest.RUN).size();
      var input = new SplitArmsRobot.Input(list, 10.0, null, null, 30.0, null, 20.0, null);

      var foretold =
          bots.bean(SplitArmsRobot.class)
              .foretell(
                  input, Map.of("audience", audiences.load(list.id())), BotsUnderTest.at("split"));

      assertThat(audiences.ofRun(BotsUnderTest.RUN)).hasSize(stored);
      var done = work(bots, input, BotsUnderTest.at("split"));
      assertThat(foretold.sets())
          .containsOnlyKeys("treatment", "control", "armA", "armB", "armC")
          .containsEntry("treatment", audiences.load(done.treatment().id()))
          .containsEntry("control", audiences.load(done.control().id()))
          .containsEntry("armB", audiences.load(done.armB().id()));
    }
  }

  @ParameterizedTest
  @EnumSource
  void takesTheGlobalHoldoutOutFirst(TestDatabase kind) {
    try (var bots = split(kind)) {
      bots.db
          .batch()
          .update(
              "insert into setting values ('global.salt.2026', 'bank/2026', current_timestamp,"
                  + " 'admin')");
      bots.db
          .batch()
          .update(
              "insert into setting values ('global.holdout.2026', '0.05', current_timestamp,"
                  + " 'admin')");

      var output = work(bots, 10);

      assertThat(output.removed().count()).isBetween(60, 140);
      assertThat(output.removed().count() + output.control().count() + output.treatment().count())
          .isEqualTo(2_000);
    }
  }

  @ParameterizedTest
  @EnumSource(names = "H2")
  void refusesToHoldOutMoreThanHalf(TestDatabase kind) {
    try (var bots = split(kind)) {
      assertThatThrownBy(() -> work(bots, 60)).isInstanceOf(RobotFailure.Permanent.class);
    }
  }

  @ParameterizedTest
  @EnumSource
  void dividesTheTreatedIntoArmsThatStayTheSameOnEveryDateUnlessDrawnAnew(TestDatabase kind) {
    try (var bots = split(kind)) {
      var list = list(bots);
      var kept = new SplitArmsRobot.Input(list, 10.0, null, "旧文案", 30.0, "新文案", 20.0, null);
      var anew = new SplitArmsRobot.Input(list, 10.0, "RUN", null, 30.0, null, 20.0, null);

      var today = work(bots, kept, BotsUnderTest.at("split"));
      var later = work(bots, kept, later());

      var audiences = bots.bean(AudienceStore.class);
      var arms =
          Stream.of(today.armA(), today.armB(), today.armC())
              .map(arm -> audiences.load(arm.id()))
              .toList();
      assertThat(RoaringBitmap.or(arms.iterator()))
          .isEqualTo(audiences.load(today.treatment().id()));
      assertThat(arms.stream().mapToInt(RoaringBitmap::getCardinality).sum())
          .as("no customer in two arms")
          .isEqualTo(today.treatment().count());
      assertThat(arms.get(1).getCardinality()).isBetween(470, 610);
      assertThat(arms.get(2).getCardinality()).isBetween(300, 420);
      assertThat(audiences.load(later.armB().id())).isEqualTo(arms.get(1));
      assertThat(audiences.load(later.control().id()))
          .isEqualTo(audiences.load(today.control().id()));
      assertThat(audiences.find(today.treatment().id()).orElseThrow().lineage())
          .contains("旧文案")
          .contains("新文案");

      assertThat(audiences.load(work(bots, anew, later()).armB().id()))
          .isNotEqualTo(audiences.load(work(bots, anew, BotsUnderTest.at("again")).armB().id()));
    }
  }

  @ParameterizedTest
  @EnumSource(names = "H2")
  void refusesArmsOfMoreThanEverybody(TestDatabase kind) {
    try (var bots = split(kind)) {
      var input = new SplitArmsRobot.Input(list(bots), 10.0, null, null, 60.0, null, 50.0, null);

      assertThatThrownBy(() -> work(bots, input, BotsUnderTest.at("split")))
          .isInstanceOf(RobotFailure.Permanent.class);
    }
  }

  private static RobotContext later() {
    var at = BotsUnderTest.at("later");
    return new RobotContext(
        at.runId(),
        at.scopeRunId(),
        at.kind(),
        at.journeyId(),
        at.journeyVersionId(),
        at.journeyKey(),
        at.ownerOrg(),
        at.businessDate().plusDays(3),
        at.stepId(),
        at.elementId(),
        1);
  }

  private static BotsUnderTest split(TestDatabase kind) {
    var bots =
        new BotsUnderTest(
            kind,
            Map.of(),
            "io.waybot.bots.experiment",
            "io.waybot.db.experiment",
            "io.waybot.db.audience");
    bots.customers(99_000, 102_000);
    return bots;
  }

  private static SplitArmsRobot.Output work(BotsUnderTest bots, double percent) {
    var input = new SplitArmsRobot.Input(list(bots), percent, null, null, null, null, null, null);
    return work(bots, input, BotsUnderTest.at("split"));
  }

  private static SplitArmsRobot.Output work(
      BotsUnderTest bots, SplitArmsRobot.Input input, RobotContext context) {
    var outcome = bots.bean(SplitArmsRobot.class).work(input, context);
    return ((Outcome.Done<SplitArmsRobot.Output>) outcome).output();
  }

  private static AudienceRef list(BotsUnderTest bots) {
    var list = new RoaringBitmap();
    list.add(100_001L, 102_001L);
    return bots.bean(AudienceStore.class)
        .save(
            NewAudience.of(
                BotsUnderTest.RUN, BotsUnderTest.at("policy").stepId(), "policy", "allowed"),
            list);
  }
}
