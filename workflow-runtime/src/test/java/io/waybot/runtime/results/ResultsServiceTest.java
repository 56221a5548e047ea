package io.waybot.runtime.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import io.waybot.bots.evaluate.Breakdowns.Part;
import io.waybot.bots.evaluate.CohortMembers.Count;
import io.waybot.bots.evaluate.Evaluation;
import io.waybot.bots.evaluate.Question;
import io.waybot.bots.experiment.SplitLineage;
import io.waybot.db.bank.AuditLog;
import io.waybot.db.bank.Role;
import io.waybot.db.experiment.ResultFile;
import io.waybot.db.experiment.ResultFiles;
import io.waybot.db.experiment.UpliftReport;
import io.waybot.db.experiment.UpliftReports;
import io.waybot.db.testing.TestDatabase;
import io.waybot.runtime.access.ApiProblem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ResultsServiceTest {
  @TempDir private Path home;

  @ParameterizedTest
  @EnumSource
  void saysInOneSentenceWhatTheJourneyChangedAndShowsItToItsOwnUnitsOnly(TestDatabase kind) {
    try (var bank = new EvaluatedBank(kind, home)) {
      evaluated(bank, EvaluatedBank.D0, 1, 4_000, 4_001, 4_500, 200, 10, .111);
      EvaluatedBank.signIn("planner2", EvaluatedBank.EAST, Role.PLANNER);

      var result = bank.bean(ResultsService.class).journey("deposit_daily");

      assertThat(result.verdict().kind()).isEqualTo(Verdict.Kind.GAIN);
      assertThat(result.verdict().zh()).startsWith("每千名客户多带来 30 笔定期,可信区间 ");
      assertThat(result.verdict().en())
          .startsWith("30 more deposits per 1,000 customers, between ");
      var overall = result.overall();
      assertThat(overall.amountAllYuan()).isEqualByComparingTo("200000");
      assertThat(overall.caused().yuan()).isCloseTo(120_000, within(1e-6));
      assertThat(result.cohorts())
          .singleElement()
          .satisfies(cohort -> assertThat(cohort.openDays()).isEqualTo(10));

      EvaluatedBank.signIn("manager", EvaluatedBank.SOUTH, Role.MANAGER);
      assertThatThrownBy(() -> bank.bean(ResultsService.class).journey("deposit_daily"))
          .isInstanceOf(ApiProblem.class)
          .hasMessage("not_found");
      assertThat(bank.bean(ResultsService.class).journeys()).isEmpty();
      EvaluatedBank.signIn("staff", EvaluatedBank.EAST, Role.STAFF);
      assertThatThrownBy(() -> bank.bean(ResultsService.class).journeys())
          .hasMessage("not_your_role");
    }
  }

  @ParameterizedTest
  @EnumSource
  void countsACustomerOfTwoCohortsInTheFirstOnly(TestDatabase kind) {
    try (var bank = new EvaluatedBank(kind, home)) {
      evaluated(bank, EvaluatedBank.D0, 1, 1_000, 4_001, 4_200, 50, 4, .166);
      evaluated(bank, EvaluatedBank.D0.plusDays(3), 501, 1_500, 4_101, 4_300, 50, 4, .166);
      EvaluatedBank.signIn("analyst", EvaluatedBank.HEAD, Role.ANALYST);

      var overall = bank.bean(ResultsService.class).journeys().getFirst().overall();

      assertThat(overall.treatment()).isEqualTo(1_500);
      assertThat(overall.control()).isEqualTo(300);
    }
  }

  @ParameterizedTest
  @EnumSource
  void everyCountOpensExactlyThoseItCounted(TestDatabase kind) {
    try (var bank = new EvaluatedBank(kind, home)) {
      evaluated(bank, EvaluatedBank.D0, 1, 1_000, 4_001, 4_200, 50, 4, .166);
      EvaluatedBank.signIn("analyst", EvaluatedBank.HEAD, Role.ANALYST);
      var service = bank.bean(ResultsService.class);
      var result = service.journey("deposit_daily");
      var reports = result.cohorts().stream().map(JourneyResult.Cohort::report).toList();
      var all = result.overall();

      assertThat(behind(service, reports, Count.TREATMENT, "")).isEqualTo(all.treatment());
      assertThat(behind(service, reports, Count.CONTROL, "")).isEqualTo(all.control());
      assertThat(behind(service, reports, Count.TREATMENT_SALES, ""))
          .isEqualTo(all.treatmentConverted())
          .isEqualTo(50);
      assertThat(behind(service, reports, Count.CONTROL_SALES, ""))
          .isEqualTo(all.controlConverted());
      assertThat(all.units())
          .isNotEmpty()
          .allSatisfy(unit -> {
            assertThat(behind(service, reports, Count.UNIT_TREATMENT, unit.name()))
                .isEqualTo(unit.treatment());
            assertThat(behind(service, reports, Count.UNIT_CONTROL, unit.name()))
                .isEqualTo(unit.control());
          });

      EvaluatedBank.signIn("manager2", EvaluatedBank.EAST, Role.MANAGER);
      assertThatThrownBy(() -> service.customers(reports, Count.CONTROL, ""))
          .hasMessage("not_your_role");
      assertThat(behind(service, reports, Count.CONTACTED, "")).isEqualTo(all.contacted());
    }
  }

  private static int behind(
      ResultsService service, List<UpliftReport> reports, Count count, String part) {
    return service.customers(reports, count, part).getCardinality();
  }

  @ParameterizedTest
  @EnumSource(names = "H2")
  void doesNotClaimWhatTheNumbersDoNotSay(TestDatabase kind) {
    try (var bank = new EvaluatedBank(kind, home)) {
      EvaluatedBank.signIn("analyst", EvaluatedBank.HEAD, Role.ANALYST);
      assertThat(kindOf(bank)).isEqualTo(Verdict.Kind.NOTHING);

      evaluated(bank, EvaluatedBank.D0, 1, 900, 4_001, 4_100, 27, 2, .1);
      assertThat(kindOf(bank)).isEqualTo(Verdict.Kind.EARLY);

      evaluated(bank, EvaluatedBank.D0.minusDays(30), 1, 900, 4_001, 4_100, 27, 3, .1);
      bank.db
          .batch()
          .update(
              "delete from uplift_report where business_date = ?",
              java.sql.Date.valueOf(EvaluatedBank.D0));
      assertThat(kindOf(bank)).isEqualTo(Verdict.Kind.NONE);
    }
    try (var bank = new EvaluatedBank(kind, home)) {
      EvaluatedBank.signIn("analyst", EvaluatedBank.HEAD, Role.ANALYST);
      evaluated(bank, EvaluatedBank.D0, 1, 2_000, 4_001, 4_100, 200, 1, .1);
      assertThat(kindOf(bank)).isEqualTo(Verdict.Kind.UNEVEN);
    }
    try (var bank = new EvaluatedBank(kind, home)) {
      EvaluatedBank.signIn("analyst", EvaluatedBank.HEAD, Role.ANALYST);
      evaluated(bank, EvaluatedBank.D0, 1, 2_000, 4_001, 4_000, 200, 0, 0);
      assertThat(kindOf(bank)).isEqualTo(Verdict.Kind.NO_CONTROL);
    }
  }

  @ParameterizedTest
  @EnumSource
  void tellsWhichShareOfTheCustomersRobotsDecidedAbout(TestDatabase kind) {
    try (var bank = new EvaluatedBank(kind, home)) {
      evaluated(bank, EvaluatedBank.D0, 1, 900, 4_001, 4_100, 27, 2, .1);
      EvaluatedBank.signIn("planner2", EvaluatedBank.EAST, Role.PLANNER);

      var share = bank.bean(Coverage.class).lastThirtyDays();

      assertThat(share.decided()).isEqualTo(1_000);
      assertThat(share.customerShare()).isEqualTo(.2);
    }
  }

  @ParameterizedTest
  @EnumSource
  void opensAReportForItsRolesAndUnitsAndRemembersWhoDid(TestDatabase kind) throws Exception {
    try (var bank = new EvaluatedBank(kind, home)) {
      var run = bank.run(EvaluatedBank.D0);
      var id = aFile(bank, run);
      EvaluatedBank.signIn("planner2", EvaluatedBank.EAST, Role.PLANNER);
      var reports = bank.bean(ReportService.class);

      assertThat(Files.readString(reports.open(id).path())).isEqualTo("hello");
      assertThat(reports.newest(0, 10)).hasSize(1);
      assertThat(bank.bean(AuditLog.class).newest(1, 0).getFirst().act()).isEqualTo("report.open");

      EvaluatedBank.signIn("manager2", EvaluatedBank.EAST, Role.MANAGER);
      assertThatThrownBy(() -> reports.open(id)).hasMessage("not_found");
      EvaluatedBank.signIn("planner", EvaluatedBank.SOUTH, Role.PLANNER);
      assertThatThrownBy(() -> reports.open(id)).hasMessage("not_found");
      assertThat(reports.newest(0, 10)).isEmpty();

      Files.writeString(home.resolve("files/r/report.csv"), "forged");
      EvaluatedBank.signIn("planner2", EvaluatedBank.EAST, Role.PLANNER);
      assertThatThrownBy(() -> reports.open(id)).hasMessage("report_changed");
    }
  }

  private UUID aFile(EvaluatedBank bank, UUID run) throws Exception {
    Files.createDirectories(home.resolve("files/r"));
    Files.writeString(home.resolve("files/r/report.csv"), "hello");
    var sha =
        HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest("hello".getBytes()));
    var file =
        new ResultFile(
            UUID.randomUUID(),
            run,
            "report",
            1,
            "report.csv",
            ResultFile.CSV,
            "r/report.csv",
            1,
            sha,
            Instant.parse("2026-11-20T03:00:00Z"),
            List.of("PLANNER"));
    bank.bean(ResultFiles.class).save(file);
    return file.id();
  }

  @ParameterizedTest
  @EnumSource
  void addsTheArmsUpToTheWholeAlsoWhenCustomersCameTwice(TestDatabase kind) {
    try (var bank = new EvaluatedBank(kind, home)) {
      divided(bank, EvaluatedBank.D0, 1, 1_000, 4_001, 4_200, 40);
      divided(bank, EvaluatedBank.D0.plusDays(3), 501, 1_500, 4_101, 4_300, 60);
      EvaluatedBank.signIn("analyst", EvaluatedBank.HEAD, Role.ANALYST);
      var results = bank.bean(ResultsService.class);

      var overall = results.journeys().getFirst().overall();

      assertThat(overall.treatment()).isEqualTo(1_500);
      assertThat(overall.control()).isEqualTo(300);
      for (var parts : List.of(overall.units(), overall.arms())) {
        assertThat(parts.stream().mapToInt(Part::treatment).sum()).isEqualTo(1_500);
        assertThat(parts.stream().mapToInt(Part::treatmentConverted).sum())
            .isEqualTo(overall.treatmentConverted());
      }
      assertThat(overall.arms())
          .extracting(Part::name, Part::treatment, Part::control)
          .containsExactly(tuple("A", 500, 300), tuple("B", 1_000, 300));
      assertThat(overall.channels())
          .singleElement()
          .satisfies(sms -> {
            assertThat(sms.customers()).as("each customer once").isEqualTo(1_500);
            assertThat(sms.converted()).isEqualTo(overall.treatmentConverted());
            assertThat(sms.costYuan()).as("2,000 sends").isCloseTo(100, within(1e-6));
          });
      assertThat(overall.contacted()).isEqualTo(1_500);

      var reports =
          results.journeys().getFirst().cohorts().stream()
              .map(JourneyResult.Cohort::report)
              .toList();
      assertThat(results.customers(reports, Count.ARM_TREATMENT, "B").getCardinality())
          .isEqualTo(1_000);
      assertThat(results.customers(reports, Count.CHANNEL, "sms").getCardinality())
          .isEqualTo(1_500);
      assertThat(results.customers(reports, Count.CHANNEL_SALES, "sms").getCardinality())
          .isEqualTo(overall.treatmentConverted());
    }
  }

  /** A cohort of which the second half is arm B, and everybody treated got a text. */
  private static void divided(
      EvaluatedBank bank, LocalDate date, int t1, int t2, int c1, int c2, int bought) {
    var run = bank.run(date);
    var treatment = bank.arm(run, "treatment", t1, t2);
    var control = bank.arm(run, "control", c1, c2);
    int middle = (t1 + t2) / 2;
    var arms =
        List.of(
            new SplitLineage.Arm("A", bank.arm(run, "armA", t1, middle).id()),
            new SplitLineage.Arm("B", bank.arm(run, "armB", middle + 1, t2).id()));
    bank.texted(run, date, t1, t2);
    bank.bought(date, IntStream.range(t2 - bought, t2).toArray());
    var question =
        new Question(
            run,
            run,
            EvaluatedBank.JOURNEY,
            date,
            treatment.id(),
            control.id(),
            List.of("P01"),
            14,
            .166,
            arms,
            null);
    bank.bean(UpliftReports.class).save(bank.bean(Evaluation.class).answer(question));
  }

  private static Verdict.Kind kindOf(EvaluatedBank bank) {
    return bank.bean(ResultsService.class).journey("deposit_daily").verdict().kind();
  }

  private static void evaluated(
      EvaluatedBank bank,
      LocalDate date,
      int t1,
      int t2,
      int c1,
      int c2,
      int bought,
      int anyway,
      double share) {
    var run = bank.run(date);
    var treatment = bank.arm(run, "treatment", t1, t2);
    var control = bank.arm(run, "control", c1, c2);
    bank.bought(
        date,
        IntStream.concat(IntStream.range(t1, t1 + bought), IntStream.range(c1, c1 + anyway))
            .toArray());
    var question =
        Question.ofSales(
            run,
            run,
            EvaluatedBank.JOURNEY,
            date,
            treatment.id(),
            control.id(),
            List.of("P01"),
            14,
            share);
    bank.bean(UpliftReports.class).save(bank.bean(Evaluation.class).answer(question));
  }
}
