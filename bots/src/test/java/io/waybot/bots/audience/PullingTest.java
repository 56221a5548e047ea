package io.waybot.bots.audience;

import static io.waybot.bots.audience.PullingBank.bank;
import static io.waybot.bots.audience.PullingBank.entered;
import static io.waybot.bots.audience.PullingBank.entries;
import static io.waybot.bots.audience.PullingBank.members;
import static io.waybot.bots.audience.PullingBank.output;
import static io.waybot.bots.audience.PullingBank.pull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waybot.bots.RobotContext;
import io.waybot.bots.RobotFailure;
import io.waybot.bots.testing.BotsUnderTest;
import io.waybot.db.audience.AudienceStore;
import io.waybot.db.audience.NewAudience;
import io.waybot.db.segment.Segment;
import io.waybot.db.segment.SegmentStore;
import io.waybot.db.testing.TestDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.roaringbitmap.RoaringBitmap;

/** Lists by segment and by file, within the unit and the number asked for. */
class PullingTest {
  @TempDir Path home;

  @ParameterizedTest
  @EnumSource
  void pullsTheSegmentsMembersOfTheOwnUnitAndNotesThatTheyEntered(TestDatabase kind) {
    try (var bots = bank(kind, home)) {
      bots.db.batch().update("update customer set org_code = '00' where number = 4");

      var output = pull(bots, BotsUnderTest.at("pull"), "rich", null);

      assertThat(members(bots, output)).containsExactly(3, 4, 5);
      var inBranch = pull(bots, in("11", "pull2"), "rich", null);
      assertThat(members(bots, inBranch)).containsExactly(3, 5);
      assertThat(entries(bots)).isEqualTo(3);
      assertThat(
              bots.bean(AudienceStore.class).find(output.audience().id()).orElseThrow().lineage())
          .contains("\"segment\":\"rich\"", "\"segmentVersion\":1", "\"imports\"");
    }
  }

  @ParameterizedTest
  @EnumSource
  void everyListHoldsCustomersOfTheJourneysOwnUnitOnly(TestDatabase kind) throws Exception {
    try (var bots = bank(kind, home)) {
      bots.db.batch().update("update customer set org_code = '00' where number = 4");
      var list =
          bots.bean(AudienceStore.class)
              .save(
                  new NewAudience(null, null, null, "list", null, null),
                  RoaringBitmap.bitmapOf(2, 4));
      bots.bean(SegmentStore.class)
          .add(Segment.byList("vip", "贵宾", "VIP", "00", list.id(), "planner", Instant.EPOCH));
      Files.createDirectories(home.resolve("files/in"));
      Files.writeString(home.resolve("files/in/vip.csv"), "customer_no\n1\n4\n");

      var byRule = pull(bots, in("11", "rule"), "rich", null);
      var byList = pull(bots, in("11", "list"), "vip", null);
      var byFile =
          output(
              bots.bean(ReadExcelRobot.class)
                  .work(new ReadExcelRobot.Input("vip.csv", null, null), in("11", "file")));

      assertThat(members(bots, byRule)).containsExactly(3, 5);
      assertThat(members(bots, byList)).containsExactly(2);
      assertThat(bots.bean(AudienceStore.class).load(byFile.audience().id()).toArray())
          .containsExactly(1);
      assertThat(byFile.outside()).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @EnumSource
  void foretellsWhomItWouldPullAndWritesNothing(TestDatabase kind) {
    try (var bots = bank(kind, home)) {
      entered(bots, 3, BotsUnderTest.D0.minusDays(29));

      var foretold =
          bots.bean(AudienceRobot.class)
              .foretell(
                  new AudienceRobot.Input("rich", null, null, null, null, null),
                  Map.of(),
                  BotsUnderTest.at("pull"));

      assertThat(bots.bean(AudienceStore.class).ofRun(BotsUnderTest.RUN)).isEmpty();
      var done = pull(bots, BotsUnderTest.at("pull"), "rich", null);
      assertThat(foretold.sets().get("audience").toArray()).isEqualTo(members(bots, done));
      assertThat(foretold.removed().get("REENTRY").toArray()).containsExactly(3);
    }
  }

  @ParameterizedTest
  @EnumSource
  void takesAtMostSoManyByColumnAndWithAnEvent(TestDatabase kind) {
    try (var bots = bank(kind, home)) {
      bots.db
          .batch()
          .update(
              "insert into customer_event (dataset, event_id, customer, code, at) values"
                  + " ('e','1',5,'E01', timestamp with time zone '2026-11-19 01:00:00+00')");
      var robot = bots.bean(AudienceRobot.class);

      var richest =
          robot.work(
              new AudienceRobot.Input("rich", null, null, 2, "column", "aum_yuan"),
              BotsUnderTest.at("pull"));
      var paid =
          robot.work(
              new AudienceRobot.Input("rich", "E01", 5, null, null, null),
              BotsUnderTest.at("pull2"));

      assertThat(members(bots, output(richest))).containsExactly(4, 5);
      assertThat(members(bots, output(paid))).containsExactly(5);
    }
  }

  @ParameterizedTest
  @EnumSource
  void saysWhatIsWrongInsteadOfPullingNobody(TestDatabase kind) {
    try (var bots = bank(kind, home)) {
      assertThatThrownBy(() -> pull(bots, BotsUnderTest.at("pull"), "gone", null))
          .isInstanceOf(RobotFailure.Permanent.class)
          .hasMessageContaining("gone");
      bots.db.batch().update("update dataset_column set name = 'other' where name = 'aum_yuan'");
      assertThatThrownBy(() -> pull(bots, BotsUnderTest.at("pull"), "rich", null))
          .isInstanceOf(RobotFailure.Permanent.class)
          .hasMessageContaining("aum_yuan");
    }
  }

  @ParameterizedTest
  @EnumSource
  void readsAListFromTheFileItWrote(TestDatabase kind) throws Exception {
    try (var bots = bank(kind, home)) {
      var pulled = pull(bots, BotsUnderTest.at("pull"), "rich", null);
      var written =
          bots.bean(WriteExcelRobot.class)
              .work(
                  new WriteExcelRobot.Input(
                      pulled.audience(), "rich-{date}.xlsx", "Rich", "aum_yuan, note"),
                  BotsUnderTest.at("write"));

      assertThat(output(written).rows()).isEqualTo(3);
      Files.createDirectories(home.resolve("files/in"));
      Files.copy(
          home.resolve("files/" + BotsUnderTest.RUN + "/write-1/rich-2026-11-20.xlsx"),
          home.resolve("files/in/back.xlsx"));

      var read =
          output(
              bots.bean(ReadExcelRobot.class)
                  .work(
                      new ReadExcelRobot.Input("back.xlsx", null, "customer_no"),
                      BotsUnderTest.at("read")));

      assertThat(bots.bean(AudienceStore.class).load(read.audience().id()).toArray())
          .containsExactly(3, 4, 5);
      assertThat(read.unknown()).isZero();
      assertThatThrownBy(() ->
              bots.bean(ReadExcelRobot.class)
                  .work(
                      new ReadExcelRobot.Input("../secret.xlsx", null, null),
                      BotsUnderTest.at("read")))
          .isInstanceOf(RobotFailure.class);
    }
  }

  private static RobotContext in(String unit, String element) {
    var at = BotsUnderTest.at(element);
    return new RobotContext(
        at.runId(),
        at.scopeRunId(),
        at.kind(),
        at.journeyId(),
        at.journeyVersionId(),
        at.journeyKey(),
        unit,
        at.businessDate(),
        at.stepId(),
        at.elementId(),
        at.pass());
  }
}
