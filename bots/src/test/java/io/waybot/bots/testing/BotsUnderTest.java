package io.waybot.bots.testing;

import io.waybot.bots.RobotContext;
import io.waybot.db.testing.TestDatabase;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.boot.LazyInitializationBeanFactoryPostProcessor;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import tools.jackson.databind.json.JsonMapper;

/**
 * Real robots on a real database, without an engine: the named packages' beans, a fixed clock, one
 * journey with one run.
 */
public final class BotsUnderTest implements AutoCloseable {
  public static final LocalDate D0 = LocalDate.of(2026, 11, 20);
  public static final UUID JOURNEY = UUID.fromString("00000000-0000-0000-0000-000000000001");
  public static final UUID VERSION = UUID.fromString("00000000-0000-0000-0000-000000000002");
  public static final UUID RUN = UUID.fromString("00000000-0000-0000-0000-000000000003");
  private final AnnotationConfigApplicationContext beans = new AnnotationConfigApplicationContext();
  public final TestDatabase.Access db;

  @Configuration(proxyBeanMethods = false)
  @EnableTransactionManagement(proxyTargetClass = true)
  static class Transactions {}

  public BotsUnderTest(TestDatabase kind, Map<String, Object> properties, String... packages) {
    this.db = kind.open();
    beans.getEnvironment().getPropertySources().addFirst(new MapPropertySource("test", properties));
    beans.registerBean(DataSource.class, db::dataSource);
    beans.registerBean(JdbcClient.class, db::sql);
    beans.registerBean(JdbcTemplate.class, db::batch);
    beans.registerBean(JdbcTransactionManager.class, db::transactions);
    beans.registerBean(
        Clock.class,
        () -> Clock.fixed(Instant.parse("2026-11-20T01:00:00Z"), ZoneId.of("Asia/Shanghai")));
    beans.registerBean(JsonMapper.class, () -> JsonMapper.builder().build());
    beans.register(Transactions.class);
    beans.scan(packages);
    // Only what a test asks for is made: its neighbours may want more of the house than stands
    // here.
    beans.addBeanFactoryPostProcessor(new LazyInitializationBeanFactoryPostProcessor());
    beans.refresh();
    seed();
  }

  public <T> T bean(Class<T> type) {
    return beans.getBean(type);
  }

  /** The step of one element of the one run. */
  public static RobotContext at(String elementId) {
    return new RobotContext(
        RUN,
        RUN,
        "DAILY",
        JOURNEY,
        VERSION,
        "deposit_daily",
        "00",
        D0,
        UUID.nameUUIDFromBytes(elementId.getBytes(java.nio.charset.StandardCharsets.UTF_8)),
        elementId,
        1);
  }

  /**
   * Customers {@code from} to {@code to} of the sub-branch 1101; the bank's key is the number as
   * text.
   */
  public void customers(int from, int to) {
    db.batch()
        .batchUpdate(
            "insert into customer (number, customer_key, org_code) values (?, ?, '1101')",
            java.util.stream.IntStream.rangeClosed(from, to)
                .mapToObj(n -> new Object[] {n, String.valueOf(n)})
                .toList());
  }

  private void seed() {
    db.batch()
        .update(
            "insert into org_unit values ('00', null, 'HEAD_OFFICE', '总行', 'Head office', '/00/')");
    db.batch()
        .update(
            "insert into org_unit values ('11', '00', 'BRANCH', '东湖分行', 'East Lake', '/00/11/')");
    db.batch()
        .update(
            "insert into org_unit values ('1101', '11', 'SUB_BRANCH', '东湖路支行', 'East Lake Road',"
                + " '/00/11/1101/')");
    db.batch()
        .update(
            "insert into journey (id, journey_key, name_zh, name_en, owner_org, owner_login,"
                + " experiment_salt, created_at, version) values (?, 'deposit_daily', '发薪日存款计划',"
                + " 'Payday deposits', '00', 'planner', 'deposit-daily/34', current_timestamp, 0)",
            JOURNEY);
    db.batch()
        .update(
            "insert into journey_version (id, journey_id, version_no, revision, state, bpmn,"
                + " settings, author, saved_at) values (?, ?, 1, 1, 'LIVE', '<x/>', '{}',"
                + " 'planner', current_timestamp)",
            VERSION,
            JOURNEY);
    db.batch()
        .update(
            "insert into run (id, journey_id, journey_version_id, business_date, kind, attempt,"
                + " state, scope_run_id, parameters, started_by, started_at, state_changed_at,"
                + " version) values (?, ?, ?, ?, 'DAILY', 1, 'RUNNING', ?, '{}', 'planner', ?, ?,"
                + " 0)",
            RUN,
            JOURNEY,
            VERSION,
            java.sql.Date.valueOf(D0),
            RUN,
            java.sql.Timestamp.from(Instant.parse("2026-11-20T01:00:00Z")),
            java.sql.Timestamp.from(Instant.parse("2026-11-20T01:00:00Z")));
  }

  @Override
  public void close() {
    beans.close();
  }
}
