package io.waybot.bots.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.waybot.bots.RobotFailure;
import io.waybot.bots.testing.BotsUnderTest;
import io.waybot.db.experiment.UpliftReport;
import io.waybot.db.experiment.UpliftReports;
import io.waybot.db.testing.TestDatabase;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EvaluateRunRobotTest {
  @TempDir private Path home;

  @ParameterizedTest
  @EnumSource
  void comparesAllOfTreatmentWithControlAndTellsWhatIsNotCausal(TestDatabase kind) {
    try (var run = new EvaluatedRun(kind, home)) {
      var output = run.evaluate();

      assertThat(output.treatmentConverted()).isEqualTo(200);
      assertThat(output.controlConverted()).isEqualTo(10);
      assertThat(output.uplift()).isCloseTo(.05 - .02, within(1e-12));
      var report = run.bots.bean(UpliftReports.class).ofRun(BotsUnderTest.RUN).orElseThrow();
      assertThat(report.state()).isEqualTo(UpliftReport.State.PROVISIONAL);
      assertThat(report.amountTreatmentYuan()).isEqualByComparingTo("2001000");
      assertThat(report.amountControlYuan()).isEqualByComparingTo("50000");
      assertThat(report.amountCausedYuan()).isEqualByComparingTo(new BigDecimal("1601000"));
      assertThat(report.costYuan())
          .isEqualByComparingTo("165"); // 3,200 sends at 0.05, one lead at 5
      assertThat(report.contacted()).isEqualTo(3_001);
      var parts = run.bots.bean(Evaluation.class).breakdowns(report);
      assertThat(parts.channels())
          .extracting(
              Breakdowns.Reached::name,
              Breakdowns.Reached::customers,
              Breakdowns.Reached::converted)
          .containsExactly(
              org.assertj.core.groups.Tuple.tuple("branch", 1, 0),
              org.assertj.core.groups.Tuple.tuple("push", 2_100, 134),
              org.assertj.core.groups.Tuple.tuple("sms", 1_000, 66));
      assertThat(parts.waves())
          .extracting(
              Breakdowns.Reached::name,
              Breakdowns.Reached::customers,
              Breakdowns.Reached::converted)
          .containsExactly(
              org.assertj.core.groups.Tuple.tuple("1", 3_001, 200),
              org.assertj.core.groups.Tuple.tuple("2", 200, 0));
      assertThat(parts.units())
          .singleElement()
          .extracting(Breakdowns.Part::treatment)
          .isEqualTo(4_000);
      assertThat(parts.perContacted()).isCloseTo(.03 * 4_000 / 3_001, within(1e-12));
    }
  }

  @ParameterizedTest
  @EnumSource
  void recomputesAnOpenReportWhenASaleArrivesAndClosesItWithItsWindow(TestDatabase kind) {
    try (var run = new EvaluatedRun(kind, home)) {
      run.evaluate();
      var reports = run.bots.bean(UpliftReports.class);
      run.soldToday("known", 1, Instant.parse("2026-11-20T00:59:59Z"));

      run.bots.bean(UpliftRefresher.class).refresh();
      assertThat(reports.ofRun(BotsUnderTest.RUN).orElseThrow().treatmentConverted())
          .isEqualTo(200);

      run.soldToday("new", 2, Instant.parse("2026-11-20T01:00:01Z"));
      run.bots.bean(UpliftRefresher.class).refresh();
      assertThat(reports.ofRun(BotsUnderTest.RUN).orElseThrow().treatmentConverted())
          .isEqualTo(202);
      assertThat(reports.ofJourney(BotsUnderTest.JOURNEY)).hasSize(1);
    }
  }

  @ParameterizedTest
  @EnumSource(names = "H2")
  void isFinalOnceTheWindowHasPassed(TestDatabase kind) {
    try (var run = new EvaluatedRun(kind, home)) {
      var question =
          Question.ofSales(
              BotsUnderTest.RUN,
              BotsUnderTest.RUN,
              BotsUnderTest.JOURNEY,
              BotsUnderTest.D0.minusDays(14),
              run.treatment.id(),
              run.control.id(),
              java.util.List.of("P01"),
              14,
              .1);

      assertThat(run.bots.bean(Evaluation.class).answer(question).state())
          .isEqualTo(UpliftReport.State.FINAL);
    }
  }

  @ParameterizedTest
  @EnumSource(names = "H2")
  void takesTheJourneysGoalWhereTheBlockNamesNoneAndRefusesWithoutAny(TestDatabase kind) {
    try (var run = new EvaluatedRun(kind, home)) {
      var input = new EvaluateRunRobot.Input(run.treatment, run.control, "", null, null);

      assertThatThrownBy(
              () -> run.work(EvaluateRunRobot.class, input, BotsUnderTest.at("evaluate")))
          .isInstanceOf(RobotFailure.Permanent.class)
          .hasMessageContaining("goal");

      run.bots
          .db
          .batch()
          .update(
              "update journey_version set settings ="
                  + " '{\"goal\":{\"products\":[\"P04\"],\"days\":7}}'");
      var output = run.work(EvaluateRunRobot.class, input, BotsUnderTest.at("evaluate"));
      assertThat(output.treatmentConverted()).isZero();
      assertThat(output.controlConverted()).isEqualTo(10);
    }
  }

  @ParameterizedTest
  @EnumSource
  void comparesAnAmountPerCustomerWithItsInterval(TestDatabase kind) {
    try (var run = new EvaluatedRun(kind, home)) {
      run.balances();

      var sales = run.evaluate();
      var balances = evaluate(run, "balance");

      assertThat(sales.amountDifference()).isCloseTo(2_001_000 / 4_000.0 - 100, within(1e-9));
      assertThat(sales.amountLow()).isLessThan(sales.amountDifference());
      // 2,000 of 100 and 2,000 of 101 against 400 of exactly 90: sd .5, so ± 1.96 · .5 / √4,000
      assertThat(balances.amountDifference()).isCloseTo(10.5, within(1e-9));
      assertThat(balances.amountHigh() - balances.amountLow()).isCloseTo(.031, within(1e-4));
      var kept = run.bots.bean(UpliftReports.class).ofRun(BotsUnderTest.RUN).orElseThrow();
      var amount = run.bots.bean(Evaluation.class).breakdowns(kept).comparedAmount();
      assertThat(amount.column()).isEqualTo("balance");
      assertThat(amount.control().customers()).as("with a value").isEqualTo(400);
      assertThatThrownBy(() -> evaluate(run, "city")).isInstanceOf(RobotFailure.Permanent.class);
    }
  }

  private static EvaluateRunRobot.Output evaluate(EvaluatedRun run, String amount) {
    return run.work(
        EvaluateRunRobot.class,
        new EvaluateRunRobot.Input(run.treatment, run.control, "P01, P04", 14, amount),
        BotsUnderTest.at("evaluate"));
  }
}
