package io.waybot.bots.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waybot.bots.Outcome;
import io.waybot.bots.RobotFailure;
import io.waybot.bots.testing.BotsUnderTest;
import io.waybot.db.audience.AudienceStore;
import io.waybot.db.audience.NewAudience;
import io.waybot.db.testing.TestDatabase;
import java.util.Map;
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
    var list = new RoaringBitmap();
    list.add(100_001L, 102_001L);
    var audience =
        bots.bean(AudienceStore.class)
            .save(
                NewAudience.of(
                    BotsUnderTest.RUN, BotsUnderTest.at("policy").stepId(), "policy", "allowed"),
                list);
    var outcome =
        bots.bean(SplitArmsRobot.class)
            .work(new SplitArmsRobot.Input(audience, percent), BotsUnderTest.at("split"));
    return ((Outcome.Done<SplitArmsRobot.Output>) outcome).output();
  }
}
