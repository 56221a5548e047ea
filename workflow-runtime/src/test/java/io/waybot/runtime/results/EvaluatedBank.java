package io.waybot.runtime.results;

import io.waybot.db.audience.AudienceRef;
import io.waybot.db.audience.AudienceStore;
import io.waybot.db.audience.NewAudience;
import io.waybot.db.bank.AuditLog;
import io.waybot.db.bank.OrgUnit;
import io.waybot.db.bank.OrgUnits;
import io.waybot.db.bank.Person;
import io.waybot.db.bank.Role;
import io.waybot.db.content.Products;
import io.waybot.db.testing.TestDatabase;
import io.waybot.runtime.access.CurrentUser;
import io.waybot.runtime.access.SignedIn;
import java.nio.file.Path;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import tools.jackson.databind.json.JsonMapper;

/** The real services of results and models on a real database, with one journey of branch 11. */
public final class EvaluatedBank implements AutoCloseable {
  static final LocalDate D0 = LocalDate.of(2026, 11, 20);
  static final OrgUnit HEAD = OrgUnit.headOffice("00", "总行", "Head office");
  static final OrgUnit EAST = HEAD.child("11", "东湖分行", "East Lake");
  static final OrgUnit SOUTH = HEAD.child("13", "南浦分行", "South Quay");
  static final UUID JOURNEY = UUID.fromString("00000000-0000-0000-0000-000000000001");
  private static final UUID VERSION = UUID.fromString("00000000-0000-0000-0000-000000000002");
  private final AnnotationConfigApplicationContext beans = new AnnotationConfigApplicationContext();
  public final TestDatabase.Access db;

  @Configuration(proxyBeanMethods = false)
  @EnableTransactionManagement(proxyTargetClass = true)
  static class Transactions {}

  public EvaluatedBank(TestDatabase kind, Path home) {
    db = kind.open();
    beans
        .getEnvironment()
        .getPropertySources()
        .addFirst(new MapPropertySource("test", Map.of("waybot.home", home.toString())));
    beans.registerBean(DataSource.class, db::dataSource);
    beans.registerBean(JdbcClient.class, db::sql);
    beans.registerBean(JdbcTemplate.class, db::batch);
    beans.registerBean(JdbcTransactionManager.class, db::transactions);
    beans.registerBean(
        Clock.class,
        () -> Clock.fixed(Instant.parse("2026-11-24T01:00:00Z"), ZoneId.of("Asia/Shanghai")));
    beans.registerBean(JsonMapper.class, () -> JsonMapper.builder().build());
    beans.register(
        Transactions.class, AuditLog.class, OrgUnits.class, Products.class, CurrentUser.class);
    beans.scan(
        "io.waybot.runtime.results",
        "io.waybot.runtime.model",
        "io.waybot.runtime.language",
        "io.waybot.bots.evaluate",
        "io.waybot.bots.score",
        "io.waybot.connectors.model",
        "io.waybot.db.experiment",
        "io.waybot.db.model",
        "io.waybot.db.customer",
        "io.waybot.db.audience");
    beans.refresh();
    seed();
  }

  public <T> T bean(Class<T> type) {
    return beans.getBean(type);
  }

  /** From now on this person asks. */
  public static void signIn(String login, OrgUnit unit, Role... roles) {
    var person =
        new SignedIn(
            new Person(
                login,
                login,
                login,
                unit.code(),
                "{noop}x",
                Person.Kind.PERSON,
                "zh",
                null,
                0,
                true,
                true,
                Set.of(roles)),
            unit);
    SecurityContextHolder.getContext()
        .setAuthentication(
            new TestingAuthenticationToken(
                person, null, person.getAuthorities().stream().toList()));
  }

  private void seed() {
    java.util.List.of(HEAD, EAST, SOUTH).forEach(bean(OrgUnits.class)::save);
    db.batch()
        .update(
            "insert into journey (id, journey_key, name_zh, name_en, owner_org, owner_login,"
                + " experiment_salt, created_at, version) values (?, 'deposit_daily', '发薪日存款计划',"
                + " 'Payday deposits', '11', 'planner', 's', current_timestamp, 0)",
            JOURNEY);
    db.batch()
        .update(
            "insert into journey_version (id, journey_id, version_no, revision, state, bpmn,"
                + " settings, author, saved_at) values (?, ?, 1, 1, 'LIVE', '<x"
                + " source=\"deposit\"/>', '{}', 'planner', current_timestamp)",
            VERSION,
            JOURNEY);
    db.batch().update("update journey set live_version_id = ? where id = ?", VERSION, JOURNEY);
    db.batch()
        .update(
            "insert into product (code, name_zh, name_en, product_class, margin_yuan) values"
                + " ('P01', '定期', 'Deposit', 'DEPOSIT', 100)");
    db.batch()
        .batchUpdate(
            "insert into customer (number, customer_key, org_code) values (?, ?, '11')",
            IntStream.rangeClosed(1, 5_000).mapToObj(n -> new Object[] {n, "C" + n}).toList());
  }

  /** A run of this date with its arms. */
  UUID run(LocalDate date) {
    var run = UUID.randomUUID();
    var at = Timestamp.from(Instant.parse("2026-11-20T01:00:00Z"));
    db.batch()
        .update(
            "insert into run (id, journey_id, journey_version_id, business_date, kind, attempt,"
                + " state, scope_run_id, parameters, started_by, started_at, state_changed_at,"
                + " version) values (?,?,?,?,'DAILY',1,'RUNNING',?,'{}','planner',?,?,0)",
            run,
            JOURNEY,
            VERSION,
            Date.valueOf(date),
            run,
            at,
            at);
    return run;
  }

  AudienceRef arm(UUID run, String name, int from, int to) {
    var origin = NewAudience.of(run, UUID.randomUUID(), "split", name);
    return bean(AudienceStore.class).save(origin, RoaringBitmap.bitmapOfRange(from, to + 1L));
  }

  /** Everybody of the run got a text for 0.05 yuan on its day. */
  void texted(UUID run, LocalDate date, int from, int to) {
    var at = Timestamp.from(date.atTime(10, 0).atZone(ZoneId.of("Asia/Shanghai")).toInstant());
    db.batch()
        .batchUpdate(
            "insert into dispatch (id, scope_run_id, step, customer, channel, run_id,"
                + " idempotency_key, content_code, content_version, product_code, language, state,"
                + " send_by, attempts, cost_yuan, created_at, sent_at) values"
                + " (?,?,'sms#1',?,'sms',?,?,'C01',1,'P01','zh','SENT',?,1,0.05,?,?)",
            IntStream.rangeClosed(from, to)
                .mapToObj(
                    n -> new Object[] {UUID.randomUUID(), run, n, run, run + "/" + n, at, at, at})
                .toList());
  }

  /** Customers who bought on the second day, each for 1,000 yuan. */
  void bought(LocalDate date, int... customers) {
    var at =
        Timestamp.from(
            date.plusDays(1).atTime(10, 0).atZone(ZoneId.of("Asia/Shanghai")).toInstant());
    db.batch()
        .batchUpdate(
            "insert into conversion (id, customer, customer_key, product_code, at, amount_yuan,"
                + " received_at) values (?,?,?,'P01',?,1000,?)",
            IntStream.of(customers)
                .mapToObj(n -> new Object[] {date + "/" + n, n, "C" + n, at, at})
                .toList());
  }

  @Override
  public void close() {
    SecurityContextHolder.clearContext();
    beans.close();
  }
}
