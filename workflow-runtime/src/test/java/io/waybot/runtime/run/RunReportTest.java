package io.waybot.runtime.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import io.waybot.db.run.ARun;
import io.waybot.db.run.RobotSteps;
import io.waybot.db.run.StepDeliveries;
import io.waybot.db.run.StepDelivery;
import io.waybot.db.testing.TestDatabase;
import io.waybot.db.testing.TestStores;
import io.waybot.runtime.access.ApiProblem;
import io.waybot.runtime.access.Scope;
import io.waybot.runtime.run.RunOutcomes.Receipt;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

class RunReportTest {
  private static final UUID ENGINE = UUID.fromString("00000000-0000-0000-0000-00000000000e");
  private static final Scope WHOLE_BANK = new Scope("/");

  @ParameterizedTest
  @EnumSource
  void accountsForEveryCustomerOfAFinishedRunOnce(TestDatabase database) {
    var bank = new ABank(database);
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
    var bank = new ABank(database);
    bank.firstWave();
    bank.sql.sql("delete from lead").update();

    assertThat(bank.report().conserved()).isFalse();
  }

  @ParameterizedTest
  @EnumSource
  void countsACustomerOnceWhomASecondChannelHadToReach(TestDatabase database) {
    var bank = new ABank(database);
    bank.firstWave();
    bank.sentOtherwise("push#1", 3, "sms");

    assertThat(bank.report().dispatches()).hasSize(2);
    assertThat(bank.report().conserved()).isTrue();
  }

  @ParameterizedTest
  @EnumSource
  void tellsWhatCameOfSendsAndLeadsAndWhatTheyCost(TestDatabase database) {
    var bank = new ABank(database);
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
    var bank = new ABank(database);
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
    var bank = new ABank(database);
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
    var bank = new ABank(database);
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
    var bank = new ABank(database);

    assertThatThrownBy(() -> bank.reports.of(bank.run, new Scope("/00/11/")))
        .isInstanceOfSatisfying(
            ApiProblem.class, problem -> assertThat(problem.status().value()).isEqualTo(404));
  }

  /** 12 on the list: 3 removed, 2 control, 7 treatment; 4 chosen: 3 by push, 1 lead. */
  private static final class ABank {
    private final JdbcClient sql;
    private final ATickingClock clock = new ATickingClock();
    private final RobotSteps steps;
    private final StepDeliveries deliveries;
    private final RunReport reports;
    private final UUID daily;
    private UUID run;
    private long key = 100;

    ABank(TestDatabase database) {
      var db = database.open();
      sql = db.sql();
      steps = new RobotSteps(sql, clock);
      deliveries = new StepDeliveries(sql, clock);
      var found = new FoundRows(sql, new TestStores(db, clock).audiences());
      reports = new RunReport(sql, steps, new RunLedgers(sql, found), JsonMapper.shared());
      daily = ARun.aRun(sql, ARun.aJourney(sql, "deposit_daily", "<bpmn/>"));
      run = daily;
    }

    RunView report() {
      return report(run);
    }

    RunView report(UUID one) {
      return reports.of(one, WHOLE_BANK);
    }

    /** From here on a rerun of the date is played; it shares the daily run's ledger. */
    void rerun() {
      run = UUID.randomUUID();
      sql.sql(
              "insert into run (id, journey_id, journey_version_id, business_date, kind, attempt,"
                  + " state, scope_run_id, parameters, started_by, started_at, state_changed_at,"
                  + " version) select ?, journey_id, journey_version_id, business_date, 'RERUN', 1,"
                  + " state, id, parameters, started_by, started_at, state_changed_at, 0 from run"
                  + " where id = ?")
          .params(run, daily)
          .update();
    }

    /** The first wave of a rerun: 12 on the list, 5 in arm treatment; customer 4 by branch. */
    void chooses(int sequence, int... customers) {
      set(
          step("pull", "pull-audience", "{\"audience\":{\"id\":\"" + run + "\",\"count\":12}}"),
          "audience",
          null,
          12);
      var policy = step("policy", "filter-by-policy", "{}");
      set(policy, "allowed", null, 7);
      set(policy, "removed", "CAP", 5);
      var arms = step("arms", "split-arms", "{}");
      set(arms, "treatment", null, 5);
      set(arms, "control", null, 2);
      set(
          step("decide", "decide-treatments", "{}"),
          "lost",
          "already_chosen",
          5 - customers.length);
      var window = window(sequence);
      for (int customer : customers) {
        decision(window, customer, customer == 4 ? "branch" : "push");
      }
      step("push", "dispatch", "{}");
      step("leads", "create-leads", "{}");
    }

    void firstWave() {
      set(
          step("pull", "pull-audience", "{\"audience\":{\"id\":\"" + run + "\",\"count\":12}}"),
          "audience",
          null,
          12);
      var policy = step("policy", "filter-by-policy", "{}");
      set(policy, "allowed", null, 9);
      set(policy, "removed", "CAP", 2);
      set(policy, "removed", "OPTED_OUT", 1);
      var arms = step("arms", "split-arms", "{}");
      set(arms, "treatment", null, 7);
      set(arms, "control", null, 2);
      set(step("decide", "decide-treatments", "{}"), "lost", "capacity", 3);
      var window = window(1);
      for (int customer = 1; customer <= 4; customer++) {
        decision(window, customer, customer == 4 ? "branch" : "push");
      }
      step("push", "dispatch", "{}");
      for (int customer = 1; customer <= 3; customer++) {
        dispatch("push#1", customer);
      }
      step("leads", "create-leads", "{}");
      lead(4);
    }

    /** Filters again and sends again: neither may count twice. */
    void secondWave() {
      step("split", "split-by-response", "{}");
      set(step("policy_2", "filter-by-policy", "{}"), "removed", "CAP", 2);
      step("push_2", "dispatch", "{}");
      dispatch("push_2#1", 1);
    }

    private UUID step(String elementId, String robot, String output) {
      var step = deliveries.deliver(new StepDelivery(run, ENGINE, key++, elementId, robot, key));
      steps.begin(step.id());
      steps.complete(step.id(), output);
      return step.id();
    }

    private void set(UUID step, String name, @Nullable String rule, int customers) {
      sql.sql(
              "insert into audience (id, run_id, step_id, element_id, name, rule_code, customers,"
                  + " hash, created_at) values (?,?,?,'e',?,?,?,'h',?)")
          .param(UUID.randomUUID())
          .param(run)
          .param(step)
          .param(name)
          .param(rule)
          .param(customers)
          .param(Timestamp.from(clock.instant()))
          .update();
    }

    private UUID window(int sequence) {
      var id = UUID.randomUUID();
      sql.sql(
              "insert into decision_window (id, business_date, sequence, kind, state, opened_at)"
                  + " values (?,?,?,'DAILY','DECIDED',?)")
          .params(id, ARun.DATE, sequence, Timestamp.from(clock.instant()))
          .update();
      return id;
    }

    private void decision(UUID window, int customer, String channel) {
      sql.sql(
              "insert into decision (window_id, customer, run_id, element_id, product_code,"
                  + " content_code, channel, score, value_yuan, price_yuan) values"
                  + " (?,?,?,'decide','P01','C01',?,0.5,1,0)")
          .params(window, customer, run, channel)
          .update();
    }

    /** The block's own channel failed; its row on the other one stands beside the first. */
    void sentOtherwise(String step, int customer, String channel) {
      sql.sql(
              "insert into dispatch_step (step_id, run_id, scope_run_id, element_id, step, channel,"
                  + " audience_id, rehearsal, send_by, filled, other_channel, other_filled) values"
                  + " (?,?,?,'push',?,'push',?,false,?,true,?,true)")
          .params(
              UUID.randomUUID(),
              run,
              daily,
              step,
              UUID.randomUUID(),
              Timestamp.from(clock.instant()),
              channel)
          .update();
      dispatch(step, customer, channel);
    }

    void receipt(String step, int customer, String type) {
      sql.sql(
              "insert into receipt (channel, provider_event_id, dispatch_id, customer,"
                  + " idempotency_key, type, at, received_at) select channel, ?, id, customer,"
                  + " idempotency_key, ?, created_at, created_at from dispatch where step = ? and"
                  + " customer = ?")
          .params(type + customer, type, step, customer)
          .update();
    }

    private void dispatch(String step, int customer) {
      dispatch(step, customer, "push");
    }

    private void dispatch(String step, int customer, String channel) {
      sql.sql(
              "insert into dispatch (id, scope_run_id, step, customer, channel, run_id,"
                  + " idempotency_key, content_code, content_version, language, state,"
                  + " send_by, attempts, cost_yuan, created_at) values"
                  + " (?,?,?,?,?,?,?,'C01',1,'zh','SENT',?,1,0.05,?)")
          .params(
              UUID.randomUUID(),
              daily,
              step,
              customer,
              channel,
              run,
              step + customer + channel,
              Timestamp.from(clock.instant()),
              Timestamp.from(clock.instant()))
          .update();
    }

    private void lead(int customer) {
      sql.sql(
              "insert into lead (id, run_id, scope_run_id, step, journey_id, customer, org_code,"
                  + " priority, score, value_yuan, reasons, state, due_on, created_at, version)"
                  + " select ?, id, id, 'leads#1', journey_id, ?, '00', 1, 0.5, 1, '[]', 'OPEN',"
                  + " business_date, started_at, 0 from run where id = ?")
          .params(UUID.randomUUID(), customer, run)
          .update();
    }
  }

  /** A second later each time it is asked. */
  private static final class ATickingClock extends Clock {
    private Instant now = Instant.parse("2026-11-20T01:00:00Z");

    @Override
    public Instant instant() {
      now = now.plus(Duration.ofSeconds(1));
      return now;
    }

    @Override
    public ZoneOffset getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
