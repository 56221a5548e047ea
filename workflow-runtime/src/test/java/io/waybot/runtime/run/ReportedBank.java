package io.waybot.runtime.run;

import io.waybot.db.run.ARun;
import io.waybot.db.run.RobotSteps;
import io.waybot.db.run.StepDeliveries;
import io.waybot.db.run.StepDelivery;
import io.waybot.db.testing.TestDatabase;
import io.waybot.db.testing.TestStores;
import io.waybot.runtime.access.Scope;
import io.waybot.runtime.clock.TickingClock;
import java.sql.Timestamp;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** 12 on the list: 3 removed, 2 control, 7 treatment; 4 chosen: 3 by push, 1 lead. */
final class ReportedBank {
  private static final UUID ENGINE = UUID.fromString("00000000-0000-0000-0000-00000000000e");
  private static final Scope WHOLE_BANK = new Scope("/");

  final JdbcClient sql;
  private final TickingClock clock = new TickingClock();
  private final RobotSteps steps;
  private final StepDeliveries deliveries;
  final RunReport reports;
  private final UUID daily;
  UUID run;
  private long key = 100;

  ReportedBank(TestDatabase database) {
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

  private void pulls() {
    set(
        step("pull", "pull-audience", "{\"audience\":{\"id\":\"" + run + "\",\"count\":12}}"),
        "audience",
        null,
        12);
  }

  /** The first wave of a rerun: 12 on the list, 5 in arm treatment; customer 4 by branch. */
  void chooses(int sequence, int... customers) {
    pulls();
    var policy = step("policy", "filter-by-policy", "{}");
    set(policy, "allowed", null, 7);
    set(policy, "removed", "CAP", 5);
    var arms = step("arms", "split-arms", "{}");
    set(arms, "treatment", null, 5);
    set(arms, "control", null, 2);
    set(step("decide", "decide-treatments", "{}"), "lost", "already_chosen", 5 - customers.length);
    var window = window(sequence);
    for (int customer : customers) {
      decision(window, customer, customer == 4 ? "branch" : "push");
    }
    step("push", "dispatch", "{}");
    step("leads", "create-leads", "{}");
  }

  void firstWave() {
    pulls();
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

  void dispatch(String step, int customer) {
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
