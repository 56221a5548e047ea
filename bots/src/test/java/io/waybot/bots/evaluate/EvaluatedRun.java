package io.waybot.bots.evaluate;

import io.waybot.bots.Outcome;
import io.waybot.bots.Robot;
import io.waybot.bots.RobotContext;
import io.waybot.bots.testing.BotsUnderTest;
import io.waybot.db.audience.AudienceRef;
import io.waybot.db.audience.AudienceStore;
import io.waybot.db.audience.NewAudience;
import io.waybot.db.testing.TestDatabase;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.roaringbitmap.RoaringBitmap;

/**
 * A run with arms, sends and sales: treatment 1…4,000, control 4,001…4,500; numbers are planted
 * below.
 */
final class EvaluatedRun implements AutoCloseable {
  static final Instant SENT = Instant.parse("2026-11-20T02:00:00Z");
  static final Instant BOUGHT = Instant.parse("2026-11-21T02:00:00Z");
  private static final String SENDS =
      "insert into dispatch (id, scope_run_id, step, customer, channel, run_id, idempotency_key,"
          + " content_code, content_version, product_code, language, state, send_by,"
          + " attempts, cost_yuan, created_at, sent_at) values"
          + " (?,?,?,?,?,?,?,'C01',1,'P01','zh','SENT',?,1,0.05,?,?)";
  private static final String SALES =
      "insert into conversion (id, customer, customer_key, product_code, at, amount_yuan,"
          + " received_at) values (?,?,?,?,?,?,?)";
  private final List<Object[]> sends = new ArrayList<>();
  private final List<Object[]> sales = new ArrayList<>();
  final BotsUnderTest bots;
  final AudienceRef treatment;
  final AudienceRef control;

  EvaluatedRun(TestDatabase kind, Path home) {
    bots =
        new BotsUnderTest(
            kind,
            Map.of("waybot.home", home.toString()),
            "io.waybot.bots.evaluate",
            "io.waybot.db.experiment",
            "io.waybot.db.customer",
            "io.waybot.db.audience",
            "io.waybot.db.bank");
    bots.customers(1, 4_600);
    treatment = arm("treatment", 1, 4_000);
    control = arm("control", 4_001, 4_500);
    steps();
    channel();
    for (int n = 1; n <= 1_000; n++) {
      send(n, "sms", "sms#1", SENT);
    }
    for (int n = 1_001; n <= 3_000; n++) {
      send(n, "push", "push#1", SENT);
    }
    for (int n = 901; n <= 1_100; n++) {
      send(n, "push", "push2#1", Instant.parse("2026-11-23T02:00:00Z"));
    }
    write(SENDS, sends);
    lead(3_500, "INTERESTED");
    for (int n = 1; n <= 200; n++) {
      sale("s" + n, n * 15, "P01", BOUGHT, 10_000); // every 15th of treatment: 66 sms, 134 push
    }
    for (int n = 1; n <= 10; n++) {
      sale("c" + n, 4_000 + n * 50, "P04", BOUGHT, 5_000);
    }
    sale("again", 15, "P01", BOUGHT.plusSeconds(60), 1_000);
    sale("outsider", 4_600, "P01", BOUGHT, 1_000_000);
    sale("other-product", 7, "P10", BOUGHT, 1_000_000);
    sale("too-early", 8, "P01", Instant.parse("2026-11-19T15:59:59Z"), 1_000_000);
    sale("too-late", 9, "P01", Instant.parse("2026-12-03T16:00:00Z"), 1_000_000);
    write(SALES, sales);
  }

  private AudienceRef arm(String name, int from, int to) {
    var origin =
        NewAudience.of(BotsUnderTest.RUN, BotsUnderTest.at("split").stepId(), "split", name)
            .lineage("{\"controlShare\":0.1}");
    return bots.bean(AudienceStore.class).save(origin, RoaringBitmap.bitmapOfRange(from, to + 1L));
  }

  private void steps() {
    int key = 0;
    for (var step :
        new String[] {
          "sms dispatch", "push dispatch", "respond split-by-response", "push2 dispatch"
        }) {
      var parts = step.split(" ");
      bots.db
          .batch()
          .update(
              "insert into robot_step (id, run_id, engine_id, element_instance_key, element_id,"
                  + " pass, robot, job_key, state, attempts, started_at) values"
                  + " (?,?,?,?,?,1,?,?,'DONE',1,?)",
              UUID.randomUUID(),
              BotsUnderTest.RUN,
              BotsUnderTest.RUN,
              ++key,
              parts[0],
              parts[1],
              key,
              Timestamp.from(SENT.plusSeconds(key)));
    }
  }

  private void channel() {
    bots.db
        .batch()
        .update(
            "insert into channel (code, name_zh, name_en, connected, daily_capacity, per_minute,"
                + " cost_yuan, hours, counts_as_contact, crash_kind, position) values ('branch',"
                + " '网点', 'Branch', true, 10, 10, 5, '08:00-21:00', true, 'OWN_TABLE', 1)");
  }

  private void send(int customer, String channel, String step, Instant at) {
    var time = Timestamp.from(at);
    sends.add(
        new Object[] {
          UUID.randomUUID(),
          BotsUnderTest.RUN,
          step,
          customer,
          channel,
          BotsUnderTest.RUN,
          step + customer,
          time,
          time,
          time
        });
  }

  /** Many rows at once: each statement alone would open a connection. */
  private void write(String insert, List<Object[]> rows) {
    bots.db.batch().batchUpdate(insert, rows);
    rows.clear();
  }

  private void lead(int customer, String outcome) {
    bots.db
        .batch()
        .update(
            "insert into lead (id, run_id, scope_run_id, step, journey_id, customer, org_code,"
                + " product_code, priority, score, value_yuan, reasons, state, outcome, due_on,"
                + " created_at, version) values"
                + " (?,?,?,'leads#1',?,?,'1101','P01',1,0.5,10,'[]','DONE',?,?,?,0)",
            UUID.randomUUID(),
            BotsUnderTest.RUN,
            BotsUnderTest.RUN,
            BotsUnderTest.JOURNEY,
            customer,
            outcome,
            java.sql.Date.valueOf(BotsUnderTest.D0),
            Timestamp.from(SENT));
  }

  /** A sale that the bank reported at once. */
  void soldToday(String id, int customer, Instant receivedAt) {
    sale(id, customer, "P01", BOUGHT, 100);
    sales.getFirst()[6] = Timestamp.from(receivedAt);
    write(SALES, sales);
  }

  private void sale(String id, int customer, String product, Instant at, double yuan) {
    sales.add(
        new Object[] {
          id,
          customer,
          String.valueOf(customer),
          product,
          Timestamp.from(at),
          yuan,
          Timestamp.from(Instant.parse("2026-11-20T00:30:00Z"))
        });
  }

  <I extends Record, O extends Record, R extends Robot<I, O>> O work(
      Class<R> robot, I input, RobotContext context) {
    return ((Outcome.Done<O>) bots.bean(robot).work(input, context)).output();
  }

  /** Balances by the bank's data: arm treatment 100 + n mod 2, control 90, the last 100 unknown. */
  void balances() {
    bots.db
        .batch()
        .update(
            "insert into dataset (name, kind, table_name, label_zh, label_en) values ('customers',"
                + " 'PROFILE', 'data_customers', '客户', 'Customers')");
    bots.db
        .batch()
        .execute(
            "create table data_customers (number int primary key, row_active boolean not null"
                + " default true, balance numeric(20, 6), city varchar(20))");
    bots.db
        .batch()
        .update(
            "insert into dataset_column (dataset, name, label, type, position) values ('customers',"
                + " 'balance', 'balance', 'DECIMAL', 1), ('customers', 'city', 'city', 'TEXT', 2)");
    bots.db
        .batch()
        .update(
            "insert into data_customers (number, balance) select number, case when number > 4400"
                + " then null when number > 4000 then 90 else 100 + mod(number, 2) end from"
                + " customer");
  }

  EvaluateRunRobot.Output evaluate() {
    return work(
        EvaluateRunRobot.class,
        new EvaluateRunRobot.Input(treatment, control, "P01, P04", 14, null),
        BotsUnderTest.at("evaluate"));
  }

  @Override
  public void close() {
    bots.close();
  }
}
