package io.waybot.runtime.dispatch;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.waybot.connectors.channel.Answer;
import io.waybot.connectors.channel.ChannelEndpoints;
import io.waybot.connectors.channel.ChannelGateway;
import io.waybot.connectors.channel.Gateways;
import io.waybot.connectors.channel.Message;
import io.waybot.connectors.channel.Signature;
import io.waybot.connectors.channel.UnsubscribeLinks;
import io.waybot.db.bank.OrgUnit;
import io.waybot.db.bank.OrgUnits;
import io.waybot.db.bank.People;
import io.waybot.db.bank.Person;
import io.waybot.db.bank.Role;
import io.waybot.db.content.Channel;
import io.waybot.db.content.Channels;
import io.waybot.db.content.CrashKind;
import io.waybot.db.dispatch.DispatchLedger;
import io.waybot.db.dispatch.DispatchStep;
import io.waybot.db.dispatch.DispatchWishes;
import io.waybot.db.dispatch.NewDispatch;
import io.waybot.db.testing.TestDatabase;
import io.waybot.runtime.access.CurrentUser;
import io.waybot.runtime.language.Phrases;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.MapPropertySource;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockServletContext;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.web.context.support.AnnotationConfigWebApplicationContext;
import org.springframework.web.servlet.config.annotation.EnableWebMvc;
import tools.jackson.databind.json.JsonMapper;

/**
 * The dispatch API over a real database: customers 1 and 2 of sub-branch 1101 and 3 of 1301, each
 * with a mail, a text and a push under way; nothing is really sent.
 */
final class DispatchDesk implements AutoCloseable {
  static final String SECRET = "shared-with-the-provider";
  static final Instant NOW = Instant.parse("2026-11-20T01:00:00Z");
  private static final UUID RUN = UUID.fromString("00000000-0000-0000-0000-000000000003");

  final TestDatabase.Access db;
  final MockMvc http;
  final List<Message> sent = new ArrayList<>();
  private final AnnotationConfigWebApplicationContext beans =
      new AnnotationConfigWebApplicationContext();

  @Configuration(proxyBeanMethods = false)
  @EnableWebMvc
  @EnableWebSecurity
  @EnableTransactionManagement(proxyTargetClass = true)
  @ComponentScan(basePackageClasses = {CurrentUser.class, ReceiptApi.class})
  @ComponentScan({
    "io.waybot.db.dispatch",
    "io.waybot.db.content",
    "io.waybot.db.customer",
    "io.waybot.db.bank",
    "io.waybot.db.calendar",
    "io.waybot.db.audience",
    "io.waybot.db.run",
    "io.waybot.bots.dispatch"
  })
  @Import(Phrases.class)
  static class App {}

  DispatchDesk(TestDatabase kind) {
    db = kind.open();
    beans.setServletContext(new MockServletContext());
    beans
        .getEnvironment()
        .getPropertySources()
        .addFirst(
            new MapPropertySource(
                "test",
                Map.of("waybot.dispatch.autostart", "false", "server.address", "127.0.0.1")));
    var endpoint = new ChannelEndpoints.Endpoint(URI.create("http://p"), SECRET, null, null, null);
    var endpoints =
        new ChannelEndpoints(Map.of("sms", endpoint, "push", endpoint, "email", endpoint));
    beans.addBeanFactoryPostProcessor(factory -> {
      factory.registerSingleton("dataSource", db.dataSource());
      factory.registerSingleton("jdbcClient", db.sql());
      factory.registerSingleton("jdbcTemplate", db.batch());
      factory.registerSingleton("transactionManager", db.transactions());
      factory.registerSingleton("bankClock", Clock.fixed(NOW, ZoneId.of("Asia/Shanghai")));
      factory.registerSingleton("jsonMapper", JsonMapper.builder().build());
      factory.registerSingleton("endpoints", endpoints);
      factory.registerSingleton("links", new UnsubscribeLinks("https://bank", endpoints));
      factory.registerSingleton("meters", new SimpleMeterRegistry());
      factory.registerSingleton("gateways", new Gateways(List.of(new Sink())));
    });
    beans.register(App.class);
    beans.refresh();
    seed();
    onePageEach();
    http = MockMvcBuilders.webAppContextSetup(beans).apply(springSecurity()).build();
  }

  <T> T bean(Class<T> type) {
    return beans.getBean(type);
  }

  MockHttpServletResponse receipts(String channel, String secret, String... items) {
    var body =
        ("{\"channel\":\"" + channel + "\",\"receipts\":[" + String.join(",", items) + "]}")
            .getBytes(StandardCharsets.UTF_8);
    return perform(
        post("/api/v1/receipts")
            .content(body)
            .header(Signature.HEADER, Signature.header(secret, body)));
  }

  MockHttpServletResponse as(String login, MockHttpServletRequestBuilder request) {
    return perform(request.with(httpBasic(login, "secret")));
  }

  MockHttpServletResponse perform(MockHttpServletRequestBuilder request) {
    try {
      return http.perform(request).andReturn().getResponse();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  String key(int customer, String channel) {
    return one(
        "select idempotency_key from dispatch where customer = ? and channel = ?",
        customer,
        channel);
  }

  String state(int customer, String channel) {
    return one(
        "select state || coalesce(' ' || rule, '') from dispatch where customer = ? and channel ="
            + " ?",
        customer,
        channel);
  }

  /** A state that a send ends in. */
  void setState(int customer, String channel, String state) {
    db.batch()
        .update(
            "update dispatch set state = ? where customer = ? and channel = ?",
            state,
            customer,
            channel);
    db.batch()
        .update(
            "delete from waiting_page where exists (select 1 from dispatch d where d.id = any(ids)"
                + " and d.state <> 'PENDING')");
    db.batch()
        .update(
            "insert into doubtful_send (id, channel) select id, channel from dispatch where state ="
                + " 'UNKNOWN' and id not in (select id from doubtful_send)");
  }

  /** So that one waits or is settled without the others of its block. */
  private void onePageEach() {
    db.batch()
        .update(
            """
            insert into waiting_page (scope_run_id, step, channel, rehearsal, uncertain, not_before,
              from_customer, to_customer, many, ids)
            select p.scope_run_id, p.step, p.channel, p.rehearsal, p.uncertain, p.not_before,
              d.customer, d.customer, 1, array_agg(d.id)
            from waiting_page p join dispatch d on d.id = any(p.ids) where p.many > 1
            group by p.scope_run_id, p.step, p.channel, p.rehearsal, p.uncertain, p.not_before,
              d.customer
            """);
    db.batch().update("delete from waiting_page where many > 1");
  }

  void due(int customer, String channel, Instant at) {
    db.batch()
        .update(
            "update waiting_page set not_before = ? where exists (select 1 from dispatch d where"
                + " d.id = any(ids) and customer = ? and channel = ?)",
            Timestamp.from(at),
            customer,
            channel);
  }

  private String one(String query, Object... parameters) {
    return db.sql().sql(query).params(parameters).query(String.class).single();
  }

  int count(String table) {
    return db.sql().sql("select count(*) from " + table).query(Integer.class).single();
  }

  private void seed() {
    var head = OrgUnit.headOffice("00", "总行", "Head office");
    var units = bean(OrgUnits.class);
    units.save(head);
    var sql = db.batch();
    sql.update("insert into org_unit values ('1101','00','SUB_BRANCH','东湖路支行','East','/00/1101/')");
    sql.update("insert into org_unit values ('1301','00','SUB_BRANCH','码头支行','Pier','/00/1301/')");
    var hash = bean(PasswordEncoder.class).encode("secret");
    person("staff", "1101", hash, Role.STAFF);
    person("planner", "00", hash, Role.PLANNER);
    person("approver", "00", hash, Role.APPROVER);
    person("approver2", "00", hash, Role.APPROVER);
    person("manager", "1101", hash, Role.MANAGER);
    person("admin", "00", hash, Role.ADMIN);
    person("world", "00", hash, Role.WORLD);
    var now = Timestamp.from(NOW);
    var journey = UUID.randomUUID();
    var version = UUID.randomUUID();
    sql.update(
        "insert into journey (id, journey_key, name_zh, name_en, owner_org, owner_login,"
            + " experiment_salt, created_at, version) values"
            + " (?,'deposit_daily','存','J1','00','planner','s',?,0)",
        journey,
        now);
    sql.update(
        "insert into journey_version (id, journey_id, version_no, revision, state, bpmn, settings,"
            + " author, saved_at) values (?,?,1,1,'LIVE','<x/>','{}','planner',?)",
        version,
        journey,
        now);
    sql.update(
        "insert into run (id, journey_id, journey_version_id, business_date, kind, attempt, state,"
            + " scope_run_id, parameters, started_by, started_at, state_changed_at, version) values"
            + " (?,?,?,?,'DAILY',1,'RUNNING',?,'{}','planner',?,?,0)",
        RUN,
        journey,
        version,
        LocalDate.of(2026, 11, 20),
        RUN,
        now,
        now);
    for (int n = 1; n <= 3; n++) {
      sql.update(
          "insert into customer (number, customer_key, org_code) values (?,?,?)",
          n,
          "K" + n,
          n == 3 ? "1301" : "1101");
    }
    for (var code : List.of("sms", "push", "email")) {
      bean(Channels.class)
          .save(
              new Channel(
                  code,
                  code,
                  code,
                  true,
                  100,
                  600,
                  new BigDecimal("0.0450"),
                  "00:00-24:00",
                  false,
                  true,
                  null,
                  CrashKind.IDEMPOTENT,
                  1.0,
                  false,
                  1));
      var step =
          new DispatchStep(
              UUID.randomUUID(),
              RUN,
              RUN,
              code + "_1",
              code + "_1#1",
              code,
              UUID.randomUUID(),
              false,
              NOW.plusSeconds(3600),
              true,
              DispatchWishes.NONE,
              false);
      bean(DispatchLedger.class)
          .add(
              step,
              List.of(
                  new NewDispatch(1, "C01", 1, null, "zh"),
                  new NewDispatch(2, "C01", 1, null, "zh"),
                  new NewDispatch(3, "C01", 1, null, "zh")));
    }
  }

  private void person(String login, String org, String hash, Role role) {
    bean(People.class)
        .save(
            new Person(
                login,
                login,
                login,
                org,
                hash,
                Person.Kind.PERSON,
                "zh",
                null,
                0,
                true,
                true,
                Set.of(role)));
  }

  private final class Sink implements ChannelGateway {
    @Override
    public String channel() {
      return "sms";
    }

    @Override
    public CrashKind kind() {
      return CrashKind.QUERYABLE;
    }

    @Override
    public Answer send(Message message) {
      sent.add(message);
      return new Answer.Accepted("p");
    }
  }

  @Override
  public void close() {
    beans.close();
  }
}
