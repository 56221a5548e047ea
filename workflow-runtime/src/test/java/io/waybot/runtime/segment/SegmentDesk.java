package io.waybot.runtime.segment;

import io.waybot.db.bank.AuditLog;
import io.waybot.db.bank.OrgUnit;
import io.waybot.db.bank.OrgUnits;
import io.waybot.db.bank.Person;
import io.waybot.db.bank.Role;
import io.waybot.db.testing.TestDatabase;
import io.waybot.runtime.access.SignedIn;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.boot.LazyInitializationBeanFactoryPostProcessor;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import tools.jackson.databind.json.JsonMapper;

/** The real segment services on a real database: C1 to C4 in East Lake, C5 in South Quay. */
final class SegmentDesk implements AutoCloseable {
  static final OrgUnit HEAD = OrgUnit.headOffice("00", "总行", "Head office");
  static final OrgUnit EAST = HEAD.child("11", "东湖分行", "East Lake");
  static final OrgUnit SOUTH = HEAD.child("13", "南浦分行", "South Quay");

  private final AnnotationConfigApplicationContext beans = new AnnotationConfigApplicationContext();

  @Configuration(proxyBeanMethods = false)
  @EnableTransactionManagement(proxyTargetClass = true)
  static class Transactions {}

  SegmentDesk(TestDatabase kind, Path home) {
    var db = kind.open();
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
        () -> Clock.fixed(Instant.parse("2026-11-20T01:00:00Z"), ZoneId.of("Asia/Shanghai")));
    beans.registerBean(JsonMapper.class, () -> JsonMapper.builder().build());
    beans.register(Transactions.class, AuditLog.class, OrgUnits.class);
    beans.scan(
        "io.waybot.runtime.segment",
        "io.waybot.connectors.segment",
        "io.waybot.db.segment",
        "io.waybot.db.customer",
        "io.waybot.db.audience");
    BeanFactoryPostProcessor lazily = new LazyInitializationBeanFactoryPostProcessor();
    beans.addBeanFactoryPostProcessor(lazily);
    beans.refresh();
    bean(OrgUnits.class).save(HEAD);
    bean(OrgUnits.class).save(EAST);
    bean(OrgUnits.class).save(SOUTH);
    for (int n = 1; n <= 5; n++) {
      db.batch()
          .update(
              "insert into customer (number, customer_key, org_code) values (?, ?, ?)",
              n,
              "C" + n,
              n == 5 ? SOUTH.code() : EAST.code());
    }
  }

  <T> T bean(Class<T> type) {
    return beans.getBean(type);
  }

  static SignedIn planner(OrgUnit unit) {
    return new SignedIn(
        new Person(
            "planner-" + unit.code(),
            "策划",
            "Planner",
            unit.code(),
            "{noop}x",
            Person.Kind.PERSON,
            "zh",
            null,
            0,
            true,
            true,
            Set.of(Role.PLANNER)),
        unit);
  }

  @Override
  public void close() {
    beans.close();
  }
}
