package io.waybot.bots.audience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waybot.bots.Outcome;
import io.waybot.bots.RobotContext;
import io.waybot.bots.RobotFailure;
import io.waybot.bots.testing.BotsUnderTest;
import io.waybot.db.audience.Audience;
import io.waybot.db.audience.AudienceStore;
import io.waybot.db.audience.NewAudience;
import io.waybot.db.customer.ColumnType;
import io.waybot.db.customer.Dataset;
import io.waybot.db.customer.DatasetCatalog;
import io.waybot.db.customer.DatasetColumn;
import io.waybot.db.segment.Segment;
import io.waybot.db.segment.SegmentRule;
import io.waybot.db.segment.SegmentStore;
import io.waybot.db.testing.TestDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.roaringbitmap.RoaringBitmap;

class PullingTest {
  @TempDir Path home;

  @ParameterizedTest
  @EnumSource
  void pullsTheSegmentsMembersOfTheOwnUnitAndNotesThatTheyEntered(TestDatabase kind) {
    try (var bots = bank(kind)) {
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
    try (var bots = bank(kind)) {
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
  void leavesOutWhoEnteredLatelyAndSaysHowManyThatWere(TestDatabase kind) {
    try (var bots = bank(kind)) {
      entered(bots, 3, BotsUnderTest.D0.minusDays(29));
      entered(bots, 4, BotsUnderTest.D0.minusDays(30));
      entered(bots, 5, BotsUnderTest.D0);

      var output = pull(bots, BotsUnderTest.at("pull"), "rich", null);

      assertThat(members(bots, output)).containsExactly(4, 5);
      assertThat(output.reentry()).isEqualTo(1);
      assertThat(bots.bean(AudienceStore.class).ofRun(BotsUnderTest.RUN))
          .filteredOn(set -> "REENTRY".equals(set.ruleCode()))
          .extracting(Audience::name, Audience::customers)
          .containsExactly(org.assertj.core.groups.Tuple.tuple("removed", 1));
    }
  }

  @ParameterizedTest
  @EnumSource
  void notesACustomerOnceWhomFourBlocksLetInAtTheSameMoment(TestDatabase kind) throws Exception {
    try (var bots = bank(kind);
        var blocks = Executors.newFixedThreadPool(4)) {
      var together = new CyclicBarrier(4);
      var entering =
          IntStream.range(0, 4)
              .mapToObj(block ->
                  blocks.submit(() -> {
                    var list = RoaringBitmap.bitmapOfRange(100L * block, 100L * block + 3_000);
                    var context = BotsUnderTest.at("pull_" + block);
                    together.await();
                    return bots.bean(ListDoor.class)
                        .enter(list, new RoaringBitmap(), Map.of(), context);
                  }))
              .toList();
      for (var one : entering) {
        one.get();
      }

      assertThat(entries(bots)).isEqualTo(3_300);
    }
  }

  @ParameterizedTest
  @EnumSource
  void foretellsWhomItWouldPullAndWritesNothing(TestDatabase kind) {
    try (var bots = bank(kind)) {
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
  void doingItTwiceEqualsDoingItOnceAndARehearsalNotesNoEntry(TestDatabase kind) {
    try (var bots = bank(kind)) {
      pull(bots, rehearsal("pull"), "rich", null);
      assertThat(entries(bots)).isZero();

      var first = pull(bots, BotsUnderTest.at("pull"), "rich", 2);
      var second = pull(bots, BotsUnderTest.at("pull"), "rich", 2);

      assertThat(members(bots, second)).hasSize(2);
      assertThat(second.audience().count()).isEqualTo(first.audience().count());
      assertThat(entries(bots)).isEqualTo(2);
    }
  }

  @ParameterizedTest
  @EnumSource
  void takesAtMostSoManyByColumnAndWithAnEvent(TestDatabase kind) {
    try (var bots = bank(kind)) {
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
    try (var bots = bank(kind)) {
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
    try (var bots = bank(kind)) {
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

  @ParameterizedTest
  @EnumSource
  void waitsForDataUntilItComesOrTheCutOff(TestDatabase kind) {
    try (var bots = bank(kind)) {
      var robot = bots.bean(WaitForDataRobot.class);
      var input = new WaitForDataRobot.Input("customers, salaries", null, "10:00", null);
      imported(bots, "customers", BotsUnderTest.D0.minusDays(1));
      step(bots, "wait");

      assertThat(robot.work(input, BotsUnderTest.at("wait"))).isInstanceOf(Outcome.Parked.class);
      var need = bots.bean(io.waybot.db.imports.DataNeeds.class).waiting().getFirst();
      var gate = bots.bean(DataGate.class);

      assertThat(gate.judge(need, Instant.parse("2026-11-20T01:59:59Z")))
          .isEqualTo(new DataGate.Verdict.Wait(List.of("salaries")));
      assertThat(gate.judge(need, Instant.parse("2026-11-20T02:00:00Z")))
          .isEqualTo(new DataGate.Verdict.TooLate(List.of("salaries")));
      imported(bots, "salaries", BotsUnderTest.D0.minusDays(1));
      assertThat(output(robot.work(input, BotsUnderTest.at("wait"))).dataDate())
          .isEqualTo("2026-11-19");
    }
  }

  @ParameterizedTest
  @EnumSource
  void usesTheDayBeforeAtTheCutOffIfThePlannerSaidSo(TestDatabase kind) {
    try (var bots = bank(kind)) {
      imported(bots, "customers", BotsUnderTest.D0.minusDays(2));
      var input = new WaitForDataRobot.Input("customers", "day_before", "08:30", "use_day_before");

      var answer = output(bots.bean(WaitForDataRobot.class).work(input, BotsUnderTest.at("wait")));

      assertThat(answer).isEqualTo(new DataArrived("2026-11-18", 1));
    }
  }

  private BotsUnderTest bank(TestDatabase kind) {
    var bots =
        new BotsUnderTest(
            kind,
            Map.of("waybot.home", home.toString()),
            "io.waybot.db.audience",
            "io.waybot.db.strategy",
            "io.waybot.db.customer",
            "io.waybot.db.segment",
            "io.waybot.db.imports",
            "io.waybot.connectors.segment",
            "io.waybot.db.experiment",
            "io.waybot.db.policy",
            "io.waybot.bots.evaluate",
            "io.waybot.bots.policy",
            "io.waybot.bots.audience");
    bots.customers(1, 5);
    bots.bean(DatasetCatalog.class)
        .create(
            "customers",
            Dataset.Kind.PROFILE,
            "客户",
            "Customers",
            List.of(
                DatasetColumn.of("aum_yuan", "aum_yuan", ColumnType.DECIMAL, 1),
                DatasetColumn.of("note", "note", ColumnType.TEXT, 2)));
    for (int number = 1; number <= 5; number++) {
      bots.db
          .batch()
          .update(
              "insert into data_customers (number, aum_yuan, note) values (?,?,?)",
              number,
              number * 1000,
              number == 4 ? "=danger()" : null);
    }
    bots.bean(SegmentStore.class)
        .add(
            Segment.byRule(
                "rich",
                "有钱",
                "Rich",
                "00",
                SegmentRule.Column.of("customers", "aum_yuan", SegmentRule.Op.GE, "3000"),
                "planner",
                Instant.EPOCH));
    return bots;
  }

  private static AudienceRobot.Output pull(
      BotsUnderTest bots, RobotContext context, String segment, Integer atMost) {
    return output(
        bots.bean(AudienceRobot.class)
            .work(new AudienceRobot.Input(segment, null, null, atMost, null, null), context));
  }

  private static <O extends Record> O output(Outcome<O> outcome) {
    return ((Outcome.Done<O>) outcome).output();
  }

  private static int[] members(BotsUnderTest bots, AudienceRobot.Output output) {
    return bots.bean(AudienceStore.class).load(output.audience().id()).toArray();
  }

  private static long entries(BotsUnderTest bots) {
    return bots.db.sql().sql("select count(*) from journey_entry").query(Long.class).single();
  }

  private static void entered(BotsUnderTest bots, int customer, LocalDate date) {
    bots.db
        .batch()
        .update(
            "insert into journey_entry (journey_id, customer, business_date, run_id) values"
                + " (?,?,?,?)",
            BotsUnderTest.JOURNEY,
            customer,
            date,
            BotsUnderTest.RUN);
  }

  private static void imported(BotsUnderTest bots, String dataset, LocalDate date) {
    bots.db
        .batch()
        .update(
            "insert into import_job (id, dataset, data_date, mode, state, file_name, mapping,"
                + " started_by, queued_at) values (?,?,?,'UPSERT','DONE','f','{}','a',"
                + " current_timestamp)",
            UUID.randomUUID(),
            dataset,
            date);
  }

  private static void step(BotsUnderTest bots, String element) {
    var context = BotsUnderTest.at(element);
    bots.db
        .batch()
        .update(
            "insert into robot_step (id, run_id, engine_id, element_instance_key, element_id, pass,"
                + " robot, job_key, state, attempts, started_at) values"
                + " (?,?,?,1,?,1,'wait-for-data',1,'PARKED',1, current_timestamp)",
            context.stepId(),
            context.runId(),
            UUID.randomUUID(),
            element);
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
        at.pass());
  }
}
