package io.waybot.bots.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.waybot.bots.RobotContext;
import io.waybot.connectors.channel.ChannelEndpoints;
import io.waybot.connectors.channel.Gateways;
import io.waybot.connectors.channel.UnsubscribeLinks;
import io.waybot.db.audience.AudienceRef;
import io.waybot.db.audience.AudienceStore;
import io.waybot.db.audience.NewAudience;
import io.waybot.db.content.Channel;
import io.waybot.db.content.Channels;
import io.waybot.db.content.Content;
import io.waybot.db.content.ContentDraft;
import io.waybot.db.content.Contents;
import io.waybot.db.content.Disclaimers;
import io.waybot.db.content.Product;
import io.waybot.db.content.Products;
import io.waybot.db.dispatch.DispatchWishes;
import io.waybot.db.dispatch.StopOrders;
import io.waybot.db.testing.DispatchBooks;
import io.waybot.db.testing.TestDatabase;
import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import tools.jackson.databind.json.JsonMapper;

/**
 * A bank with 20 customers of sub-branch 1101 who all agreed and are reachable everywhere, one
 * journey with one run, on Friday 20 November 2026, 09:00; the dispatcher is turned by hand.
 */
final class DispatchBank implements AutoCloseable {
  static final UUID JOURNEY = UUID.fromString("00000000-0000-0000-0000-000000000001");
  static final UUID VERSION = UUID.fromString("00000000-0000-0000-0000-000000000002");
  static final UUID RUN = UUID.fromString("00000000-0000-0000-0000-000000000003");
  static final DispatchTimings QUICK =
      new DispatchTimings(
          Duration.ofMillis(1500), Duration.ofSeconds(1), Duration.ofSeconds(1), 8, 4);

  final TestDatabase.Access db;
  final MovingClock clock = new MovingClock(Instant.parse("2026-11-20T01:00:00Z"));
  final AtomicLong nanos = new AtomicLong();
  private final AnnotationConfigApplicationContext beans = new AnnotationConfigApplicationContext();

  @Configuration(proxyBeanMethods = false)
  @EnableTransactionManagement(proxyTargetClass = true)
  static class Transactions {}

  DispatchBank(TestDatabase kind, FakeGateway... gateways) {
    db = kind.open();
    var endpoints = new ChannelEndpoints(Map.of());
    beans
        .getEnvironment()
        .getPropertySources()
        .addFirst(new MapPropertySource("test", Map.of("waybot.dispatch.autostart", "false")));
    beans.registerBean(DataSource.class, db::dataSource);
    beans.registerBean(JdbcClient.class, db::sql);
    beans.registerBean(JdbcTemplate.class, db::batch);
    beans.registerBean(JdbcTransactionManager.class, db::transactions);
    beans.registerBean(Clock.class, () -> clock);
    beans.registerBean(
        "killSwitch",
        KillSwitch.class,
        () -> new KillSwitch(beans.getBean(StopOrders.class), nanos::get));
    beans.registerBean(JsonMapper.class, () -> JsonMapper.builder().build());
    beans.registerBean(Gateways.class, () -> new Gateways(List.of(gateways)));
    beans.registerBean(UnsubscribeLinks.class, () -> new UnsubscribeLinks("https://b", endpoints));
    beans.register(Transactions.class);
    beans.scan(
        "io.waybot.db.dispatch",
        "io.waybot.db.content",
        "io.waybot.db.calendar",
        "io.waybot.db.audience",
        "io.waybot.db.run",
        "io.waybot.db.customer",
        "io.waybot.db.bank",
        "io.waybot.bots.dispatch");
    beans.refresh();
    seed();
    for (var gateway : gateways) {
      channel(gateway, 10_000, 60_000, "00:00-24:00", null);
    }
  }

  <T> T bean(Class<T> type) {
    return beans.getBean(type);
  }

  Lane lane(FakeGateway gateway) {
    return bean(Dispatcher.class).lane(gateway, QUICK);
  }

  /** Turns until there is nothing to do any more. */
  void sendAll(FakeGateway gateway) {
    var lane = lane(gateway);
    while (lane.rehearse() | lane.turn()) {
      Thread.onSpinWait();
    }
  }

  /** Lets an hour pass for the dead sender's lease and resolves what it left. */
  int recover(FakeGateway gateway) {
    db.batch().update("update send_round set lease_until = lease_until - interval '1' hour");
    return bean(Dispatcher.class).recovery(QUICK).resolve(gateway);
  }

  void closeSteps() {
    bean(StepCloser.class).turn();
  }

  /** Puts a block's rows into the ledger, as the robot does; answers the step. */
  RobotContext dispatch(String elementId, String channel, RoaringBitmap audience) {
    return dispatch(elementId, channel, audience, "C01", 24, "DAILY");
  }

  RobotContext dispatch(
      String elementId,
      String channel,
      RoaringBitmap audience,
      String content,
      int hours,
      String kind) {
    return dispatch(elementId, channel, audience, content, hours, kind, DispatchWishes.NONE);
  }

  /** A block with hours, a pace or a second channel of its own. */
  RobotContext dispatch(
      String elementId, String channel, RoaringBitmap audience, DispatchWishes wishes) {
    return dispatch(elementId, channel, audience, "C01", 24, "DAILY", wishes);
  }

  private RobotContext dispatch(
      String elementId,
      String channel,
      RoaringBitmap audience,
      String content,
      int hours,
      String kind,
      DispatchWishes wishes) {
    var step = step(elementId, kind);
    bean(DispatchRobot.class)
        .work(
            new DispatchRobot.Input(
                audience(audience),
                channel,
                content,
                null,
                hours,
                wishes.hours(),
                wishes.perMinute(),
                wishes.otherChannel()),
            step);
    return step;
  }

  AudienceRef audience(RoaringBitmap customers) {
    return bean(AudienceStore.class)
        .save(new NewAudience(null, null, null, "audience", null, null), customers);
  }

  /** A parked row of the step ledger. */
  RobotContext step(String elementId, String kind) {
    var id = UUID.nameUUIDFromBytes(elementId.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    db.batch()
        .update(
            "insert into robot_step (id, run_id, engine_id, element_instance_key, element_id, pass,"
                + " robot, job_key, state, attempts, started_at) values"
                + " (?,?,?,?,?,1,'dispatch',1,'RUNNING',1,?) on conflict do nothing",
            id,
            RUN,
            RUN,
            (long) elementId.hashCode(),
            elementId,
            Timestamp.from(clock.instant()));
    return new RobotContext(
        RUN,
        RUN,
        kind,
        JOURNEY,
        VERSION,
        "deposit_daily",
        "00",
        LocalDate.of(2026, 11, 20),
        id,
        elementId,
        1);
  }

  static RoaringBitmap customers(int from, int to) {
    return RoaringBitmap.bitmapOfRange(from, to + 1L);
  }

  /** {@code STATE} or {@code STATE RULE} of one customer's row in a block. */
  String fate(String elementId, int customer) {
    return db.sql()
        .sql(
            "select state || coalesce(' ' || rule, '') from dispatch where step = ? and customer ="
                + " ?")
        .params(elementId + "#1", customer)
        .query(String.class)
        .single();
  }

  int rows(String condition) {
    return db.sql()
        .sql("select count(*) from dispatch where " + condition)
        .query(Integer.class)
        .single();
  }

  int count(String table) {
    return db.sql().sql("select count(*) from " + table).query(Integer.class).single();
  }

  void fact(int customer, String column, Object value) {
    db.batch()
        .update("update data_customers set " + column + " = ? where number = ?", value, customer);
  }

  void channel(FakeGateway gateway, int capacity, int perMinute, String hours, String caps) {
    bean(Channels.class)
        .save(
            new Channel(
                gateway.channel(),
                gateway.channel(),
                gateway.channel(),
                true,
                capacity,
                perMinute,
                new BigDecimal("0.0450"),
                hours,
                false,
                !gateway.channel().equals("inbox"),
                caps,
                gateway.kind(),
                1.0,
                false,
                1));
  }

  void run(UUID id, String state) {
    db.batch()
        .update(
            "insert into run (id, journey_id, journey_version_id, business_date, kind, attempt,"
                + " state, scope_run_id, parameters, started_by, started_at, state_changed_at,"
                + " version) values (?,?,?,?,'DAILY',?,?,?,'{}','planner',?,?,0)",
            id,
            JOURNEY,
            VERSION,
            LocalDate.of(2026, 11, 20),
            count("run") + 1,
            state,
            id,
            Timestamp.from(clock.instant()),
            Timestamp.from(clock.instant()));
  }

  private void seed() {
    var sql = db.batch();
    for (var unit :
        List.of(
            new Object[] {"00", null, "HEAD_OFFICE", "/00/"},
            new Object[] {"11", "00", "BRANCH", "/00/11/"},
            new Object[] {"1101", "11", "SUB_BRANCH", "/00/11/1101/"})) {
      sql.update("insert into org_unit values (?,?,?,'行','Unit',?)", unit);
    }
    var now = Timestamp.from(clock.instant());
    sql.update(
        "insert into journey (id, journey_key, name_zh, name_en, owner_org, owner_login,"
            + " experiment_salt, created_at, version) values"
            + " (?,'deposit_daily','存','J1','00','planner','s',?,0)",
        JOURNEY,
        now);
    sql.update(
        "insert into journey_version (id, journey_id, version_no, revision, state, bpmn, settings,"
            + " author, saved_at) values (?,?,1,1,'LIVE','<x/>','{}','planner',?)",
        VERSION,
        JOURNEY,
        now);
    run(RUN, "RUNNING");
    sql.update(
        "insert into dataset (name, kind, table_name, label_zh, label_en) values"
            + " ('customers','PROFILE','data_customers','客户','Customers')");
    var columns =
        List.of(
            "consent BOOL",
            "opted_out_channels TEXT",
            "protected_reason TEXT",
            "complaint_open BOOL",
            "contacts_7d INT",
            "risk_level TEXT",
            "risk_state TEXT",
            "phone TEXT",
            "mail TEXT",
            "device_id TEXT",
            "surname_zh TEXT",
            "gender TEXT",
            "push_ok BOOL");
    sql.execute(
        "create table data_customers (number int primary key, row_active boolean not null default"
            + " true, "
            + String.join(", ", columns)
                .replace(" TEXT", " varchar(80)")
                .replace(" BOOL", " boolean")
                .replace(" INT", " int")
            + ")");
    for (int i = 0; i < columns.size(); i++) {
      var parts = columns.get(i).split(" ");
      sql.update(
          "insert into dataset_column (dataset, name, label, type, position) values"
              + " ('customers',?,?,?,?)",
          parts[0],
          parts[0],
          parts[1],
          i);
    }
    customersFrom(1, 20);
    bean(Disclaimers.class)
        .save(new Disclaimers.Disclaimer("D1", "利率以办理时为准。", "Rate as on the day."));
    for (var code : List.of("P01", "P04")) {
      bean(Products.class)
          .save(
              new Product(
                  code,
                  "产品" + code,
                  "Product " + code,
                  "DEPOSIT",
                  null,
                  null,
                  "1.35%",
                  null,
                  new BigDecimal("5000.00"),
                  new BigDecimal("240.00"),
                  "D1",
                  false,
                  true));
    }
    content("C01", "P01", "MARKETING");
    content("C04", "P04", "MARKETING");
  }

  void customersFrom(int first, int last) {
    var numbers = IntStream.rangeClosed(first, last).boxed().toList();
    db.batch()
        .batchUpdate(
            "insert into customer (number, customer_key, org_code) values (?,?,'1101')",
            numbers.stream().map(n -> new Object[] {n, "K" + n}).toList());
    db.batch()
        .batchUpdate(
            "insert into data_customers (number, consent, phone, mail, device_id, surname_zh,"
                + " gender) values (?,true,?,?,?,'高','M')",
            numbers.stream()
                .map(n -> new Object[] {n, "1000000" + n, "c" + n + "@demo.invalid", "d" + n})
                .toList());
  }

  void content(String code, String product, String purpose) {
    bean(Contents.class)
        .create(
            new ContentDraft(
                code,
                product,
                "00",
                purpose,
                null,
                null,
                "deposits",
                Map.of(
                    "zh", new Content.Text("标题", code + " {{salutation}}您好,年利率{{rate}}。"),
                    "en", new Content.Text("Title", code + " {{salutation}}, {{rate}} a year."))),
            "planner");
  }

  /** However a story ends, each send is where its state says. */
  @Override
  public void close() {
    assertThat(db.sql().sql(DispatchBooks.MISPLACED).query(Integer.class).single()).isZero();
    beans.close();
  }
}
