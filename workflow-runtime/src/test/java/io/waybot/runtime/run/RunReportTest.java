package io.waybot.runtime.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import io.waybot.db.testing.TestDatabase;
import io.waybot.runtime.access.ApiProblem;
import io.waybot.runtime.access.Scope;
import io.waybot.runtime.run.RunOutcomes.Receipt;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RunReportTest {

  @ParameterizedTest
  @EnumSource
  void accountsForEveryCustomerOfAFinishedRunOnce(TestDatabase database) {
    var bank = new ReportedBank(database);
    bank.firstWave();
    bank.secondWave();

    var run = bank.report();

    assertThat(run.audience().total()).isEqualTo(12);
    assertThat(run.audience().removed()).containsExactly(entry("CAP", 2), entry("OPTED_OUT", 1));
    assertThat(run.audience().control()).isEqualTo(2);
    assertThat(run.audience().treatment()).isEqualTo(7);
    assertThat(run.audience().chosen()).isEqualTo(4);
    assertThat(run.audience().notChosen()).containsExactly(entry("capacity", 3));
    assertThat(run.dispatches()).hasSize(2);
    assertThat(run.leads()).isEqualTo(new RunView.Leads(1, 0, 0));
    assertThat(run.steps().getFirst().out()).containsEntry("audience", 12);
    assertThat(run.evaluation().state()).isEqualTo("NONE");
    assertThat(run.conserved()).isTrue();
  }

  @ParameterizedTest
  @EnumSource
  void saysSoWhenACustomerIsLostBetweenDecisionAndLedger(TestDatabase database) {
    var bank = new ReportedBank(database);
    bank.firstWave();
    bank.sql.sql("delete from lead").update();

    assertThat(bank.report().conserved()).isFalse();
  }

  @ParameterizedTest
  @EnumSource
  void countsACustomerOnceWhomASecondChannelHadToReach(TestDatabase database) {
    var bank = new ReportedBank(database);
    bank.firstWave();
    bank.sentOtherwise("push#1", 3, "sms");

    assertThat(bank.report().dispatches()).hasSize(2);
    assertThat(bank.report().conserved()).isTrue();
  }

  @ParameterizedTest
  @EnumSource
  void tellsWhatCameOfSendsAndLeadsAndWhatTheyCost(TestDatabase database) {
    var bank = new ReportedBank(database);
    bank.firstWave();
    bank.receipt("push#1", 1, "DELIVERED");
    bank.receipt("push#1", 1, "CLICKED");
    bank.receipt("push#1", 2, "DELIVERED");
    bank.receipt("push#1", 3, "BOUNCED");
    var push = new RunOutcomes.Sent("push#1", "push");

    var outcomes = new RunOutcomes(bank.sql);

    assertThat(outcomes.received(bank.run, Receipt.DELIVERED)).containsExactly(entry(push, 2));
    assertThat(outcomes.received(bank.run, push, Receipt.CLICKED).toArray()).containsExactly(1);
    assertThat(outcomes.received(bank.run, push, Receipt.FAILED).toArray()).containsExactly(3);
    assertThat(outcomes.leadsByUnit(bank.run)).containsExactly(new RunOutcomes.UnitLeads("00", 1));
    assertThat(outcomes.leadsOf(bank.run, "00").toArray()).containsExactly(4);
    assertThat(outcomes.costYuan(bank.run)).isEqualByComparingTo("0.15");
  }

  @ParameterizedTest
  @EnumSource
  void aRerunStandsForWhomItChoseAnewAndLeavesTheDailyRunAsItWas(TestDatabase database) {
    var bank = new ReportedBank(database);
    bank.firstWave();
    var daily = bank.run;
    bank.rerun();
    bank.chooses(2, 8, 9);
    bank.dispatch("push#1", 8);
    bank.dispatch("push#1", 9);

    assertThat(bank.report().audience().chosen()).isEqualTo(2);
    assertThat(bank.report().dispatches()).singleElement().extracting(d -> d.sent()).isEqualTo(2);
    assertThat(bank.report().leads()).isEqualTo(new RunView.Leads(0, 0, 0));
    assertThat(bank.report().conserved()).isTrue();
    assertThat(bank.report(daily).dispatches())
        .singleElement()
        .extracting(d -> d.sent())
        .isEqualTo(3);
    assertThat(bank.report(daily).conserved()).isTrue();

    bank.sql.sql("delete from dispatch where customer = 9").update();

    assertThat(bank.report().conserved()).isFalse();
    assertThat(bank.report(daily).conserved()).isTrue();
  }

  @ParameterizedTest
  @EnumSource
  void aRerunFindsTheRowsOfTheDailyRunInsteadOfSendingTwice(TestDatabase database) {
    var bank = new ReportedBank(database);
    bank.firstWave();
    bank.rerun();
    bank.chooses(2, 1, 4);

    assertThat(bank.report().dispatches()).singleElement().extracting(d -> d.sent()).isEqualTo(1);
    assertThat(bank.report().leads()).isEqualTo(new RunView.Leads(1, 0, 0));
    assertThat(bank.report().conserved()).isTrue();
  }

  @ParameterizedTest
  @EnumSource
  void aRerunThatChoosesNobodyAddsUp(TestDatabase database) {
    var bank = new ReportedBank(database);
    bank.firstWave();
    bank.rerun();
    bank.chooses(2);

    assertThat(bank.report().audience().chosen()).isZero();
    assertThat(bank.report().dispatches()).isEmpty();
    assertThat(bank.report().conserved()).isTrue();
  }

  @ParameterizedTest
  @EnumSource
  void showsNothingToAnotherBranch(TestDatabase database) {
    var bank = new ReportedBank(database);

    assertThatThrownBy(() -> bank.reports.of(bank.run, new Scope("/00/11/")))
        .isInstanceOfSatisfying(
            ApiProblem.class, problem -> assertThat(problem.status().value()).isEqualTo(404));
  }
}
