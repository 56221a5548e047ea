package io.waybot.runtime.lead;

import io.waybot.bots.Robot;
import io.waybot.bots.RobotContext;
import io.waybot.db.audience.AudienceRef;
import io.waybot.db.audience.AudienceStore;
import io.waybot.db.audience.NewAudience;
import io.waybot.db.bank.OrgUnit;
import io.waybot.db.bank.OrgUnits;
import io.waybot.db.bank.People;
import io.waybot.db.bank.Person;
import io.waybot.db.bank.Role;
import io.waybot.db.customer.ColumnType;
import io.waybot.db.customer.Dataset;
import io.waybot.db.customer.DatasetCatalog;
import io.waybot.db.customer.DatasetColumn;
import io.waybot.db.lead.Lead;
import io.waybot.db.model.ScoreStore;
import io.waybot.db.testing.TestDatabase;
import io.waybot.runtime.access.CurrentUser;
import io.waybot.runtime.access.SignedIn;
import io.waybot.runtime.language.Phrases;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.data.jpa.autoconfigure.DataJpaRepositoriesAutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.persistence.autoconfigure.EntityScan;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionManagerCustomizationAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.data.jpa.repository.config.EnableJpaRepositories;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import tools.jackson.databind.json.JsonMapper;

/** A bank with two branches, one run and real robots, without an engine. */
public final class BranchUnderTest implements AutoCloseable {
  public static final UUID RUN = UUID.fromString("00000000-0000-0000-0000-000000000003");
  private static final UUID JOURNEY = UUID.fromString("00000000-0000-0000-0000-000000000001");
  private static final UUID VERSION = UUID.fromString("00000000-0000-0000-0000-000000000002");
  private static final UUID MODEL = UUID.fromString("00000000-0000-0000-0000-00000000000a");
  private static final UUID MODEL_VERSION = UUID.fromString("00000000-0000-0000-0000-00000000000b");
  private static final LocalDate D0 = LocalDate.of(2026, 11, 20);
  private static final Timestamp NOW = Timestamp.from(Instant.parse("2026-11-20T01:00:00Z"));
  private static final OrgUnit HEAD = OrgUnit.headOffice("00", "总行", "Head office");
  private static final OrgUnit EAST = HEAD.child("11", "东湖分行", "East Lake");
  private static final OrgUnit SOUTH = HEAD.child("13", "南浦分行", "South Quay");
  private static final OrgUnit LAKE_ROAD = EAST.child("1101", "东湖路支行", "East Lake Road");
  private static final OrgUnit PIER = SOUTH.child("1301", "南浦码头支行", "South Quay Pier");

  private final ConfigurableApplicationContext context;

  public BranchUnderTest(TestDatabase database) {
    context =
        new SpringApplicationBuilder(App.class)
            .web(WebApplicationType.NONE)
            .run(
                "--spring.datasource.url=" + database.url(),
                "--spring.datasource.username=" + database.user(),
                "--spring.datasource.hikari.maximum-pool-size=4");
    List.of(HEAD, EAST, SOUTH, LAKE_ROAD, PIER).forEach(bean(OrgUnits.class)::save);
    person("staff", LAKE_ROAD, 20, Role.STAFF);
    person("rm1101b", LAKE_ROAD, 20, Role.STAFF);
    person("staff2", PIER, 20, Role.STAFF);
    person("manager", LAKE_ROAD, 0, Role.MANAGER);
    person("manager2", EAST, 0, Role.MANAGER);
    person("manager3", HEAD, 0, Role.MANAGER);
    person("planner", HEAD, 0, Role.PLANNER);
    person("admin", HEAD, 0, Role.ADMIN);
    seed();
  }

  public <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  public void signIn(String login) {
    var person = bean(People.class).find(login).orElseThrow();
    var who = new SignedIn(person, bean(OrgUnits.class).get(person.orgCode()));
    SecurityContextHolder.getContext()
        .setAuthentication(
            UsernamePasswordAuthenticationToken.authenticated(who, null, who.getAuthorities()));
  }

  public int sql(String statement, Object... parameters) {
    return bean(JdbcTemplate.class).update(statement, parameters);
  }

  public int count(String query) {
    return bean(JdbcTemplate.class).queryForObject(query, Integer.class);
  }

  /**
   * Customers 1…3 of 1101 belong to staff, 4 and 5 of 1301 to staff2; scores fall with the number.
   */
  public void customers() {
    for (int n = 1; n <= 5; n++) {
      sql(
          "insert into customer (number, customer_key, org_code, home_staff) values (?, ?, ?, ?)",
          n,
          "C" + n,
          n <= 3 ? "1101" : "1301",
          n <= 3 ? "staff" : "staff2");
      sql(
          "insert into data_customers (number, consent, demand_yuan, sms_ok, rm_ok, surname_zh,"
              + " surname_en, phone) values (?, true, 9000, true, true, '高', 'Gao', '10000001234')",
          n);
    }
  }

  public AudienceRef scored(int from, int to) {
    var lineage =
        "{\"parent\":\""
            + MODEL
            + "\",\"modelVersion\":\""
            + MODEL_VERSION
            + "\",\"dataset\":\"customers\"}";
    return audience(new NewAudience(null, null, null, "scored", null, lineage), from, to);
  }

  public AudienceRef list(int from, int to) {
    return audience(new NewAudience(null, null, null, "list", null, null), from, to);
  }

  public AudienceRef audience(NewAudience origin, int from, int to) {
    return bean(AudienceStore.class).save(origin, RoaringBitmap.bitmapOfRange(from, to + 1L));
  }

  /** Does one step of the run as the host would. */
  public void work(String job, String element, Map<String, Object> input) {
    var at = at(element);
    sql(
        "insert into robot_step (id, run_id, engine_id, element_instance_key, element_id, pass,"
            + " robot, job_key, state, attempts, started_at) values (?, ?, ?, ?, ?, 1, ?, 1,"
            + " 'RUNNING', 1, ?)",
        at.stepId(),
        RUN,
        UUID.randomUUID(),
        element.hashCode(),
        element,
        job,
        NOW);
    var robot =
        context.getBeansOfType(Robot.class).values().stream()
            .filter(r -> r.jobType().equals(job))
            .findFirst()
            .orElseThrow();
    run(robot, input, at);
  }

  @SuppressWarnings("unchecked")
  private void run(Robot<?, ?> robot, Map<String, Object> input, RobotContext at) {
    ((Robot<Record, Record>) robot)
        .work(bean(JsonMapper.class).convertValue(input, robot.inputType()), at);
  }

  public RobotContext at(String element) {
    return new RobotContext(
        RUN,
        RUN,
        "DAILY",
        JOURNEY,
        VERSION,
        "deposit_daily",
        "00",
        D0,
        UUID.nameUUIDFromBytes(element.getBytes(java.nio.charset.StandardCharsets.UTF_8)),
        element,
        1);
  }

  private void person(String login, OrgUnit unit, int leads, Role role) {
    bean(People.class)
        .save(
            new Person(
                login,
                login,
                login,
                unit.code(),
                "{noop}x",
                Person.Kind.PERSON,
                "zh",
                null,
                leads,
                false,
                true,
                Set.of(role)));
  }

  private void seed() {
    var columns =
        List.of(
            DatasetColumn.of("consent", "consent", ColumnType.BOOL, 1),
            DatasetColumn.of("demand_yuan", "demand_yuan", ColumnType.DECIMAL, 2),
            DatasetColumn.of("sms_ok", "sms_ok", ColumnType.BOOL, 3),
            DatasetColumn.of("rm_ok", "rm_ok", ColumnType.BOOL, 4),
            DatasetColumn.of("surname_zh", "surname_zh", ColumnType.TEXT, 5),
            DatasetColumn.of("surname_en", "surname_en", ColumnType.TEXT, 6),
            DatasetColumn.of("phone", "phone", ColumnType.TEXT, 7));
    bean(DatasetCatalog.class)
        .create(Dataset.CUSTOMERS, Dataset.Kind.PROFILE, "客户", "Customers", columns);
    sql(
        "insert into product (code, name_zh, name_en, product_class, min_yuan, margin_yuan) values"
            + " ('P01', '定期', 'Deposit', 'DEPOSIT', 5000, 240)");
    sql(
        "insert into product (code, name_zh, name_en, product_class, margin_yuan, recorded_sale)"
            + " values ('P08', '理财', 'Wealth', 'WEALTH', 260, true)");
    sql(
        "insert into content (id, code, product_code, owner_org, purpose, changed_by, changed_at,"
            + " version) values (?, 'C01', 'P01', '00', 'MARKETING', 'x', ?, 1)",
        UUID.randomUUID(),
        NOW);
    sql(
        "insert into script (code, name_zh, name_en, text_zh, text_en) values ('SC01', '话术',"
            + " 'Script', '问候', 'Greet')");
    channel("branch", 720, 6.0, 2.0);
    channel("sms", 1, 0.045, 1.1);
    sql(
        "insert into model (id, code, name_zh, name_en, created_at) values (?, 'deposit', 'x', 'x',"
            + " ?)",
        MODEL,
        NOW);
    sql(
        "insert into model_version (id, model_id, version, algorithm, state, dataset, label,"
            + " features, split, train_rows, auc, ks, metrics, booster, trained_by, trained_at)"
            + " values (?, ?, 1, 'lightgbm', 'CHAMPION', 'customers', 'bought', '[]', '{}', 1, 0.7,"
            + " 0.4, '{}', ?, 'x', ?)",
        MODEL_VERSION,
        MODEL,
        new byte[] {1},
        NOW);
    var scores = new float[ScoreStore.CHUNK];
    Arrays.fill(scores, Float.NaN);
    for (int n = 1; n <= 5; n++) {
      scores[n] = (20 - n) / 20f;
    }
    bean(ScoreStore.class).add(MODEL_VERSION, D0, 0, scores);
    sql(
        "insert into journey (id, journey_key, name_zh, name_en, owner_org, owner_login,"
            + " experiment_salt, created_at, version) values (?, 'deposit_daily', '发薪日', 'Payday',"
            + " '00', 'planner', 's', ?, 0)",
        JOURNEY,
        NOW);
    sql(
        "insert into journey_version (id, journey_id, version_no, revision, state, bpmn, settings,"
            + " author, saved_at) values (?, ?, 1, 1, 'LIVE', '<x/>', '{}', 'planner', ?)",
        VERSION,
        JOURNEY,
        NOW);
    sql(
        "insert into run (id, journey_id, journey_version_id, business_date, kind, attempt, state,"
            + " scope_run_id, parameters, started_by, started_at, state_changed_at, version) values"
            + " (?, ?, ?, ?, 'DAILY', 1, 'RUNNING', ?, '{}', 'planner', ?, ?, 0)",
        RUN,
        JOURNEY,
        VERSION,
        Date.valueOf(D0),
        RUN,
        NOW,
        NOW);
  }

  private void channel(String code, int capacity, double cost, double factor) {
    sql(
        "insert into channel (code, name_zh, name_en, connected, daily_capacity, per_minute,"
            + " cost_yuan, hours, counts_as_contact, crash_kind, factor, position) values (?, ?, ?,"
            + " true, ?, 9, ?, '00:00-24:00', true, 'IDEMPOTENT', ?, 1)",
        code,
        code,
        code,
        capacity,
        cost,
        factor);
  }

  @Override
  public void close() {
    SecurityContextHolder.clearContext();
    context.close();
  }

  @Configuration
  @ImportAutoConfiguration({
    DataSourceAutoConfiguration.class,
    JdbcTemplateAutoConfiguration.class,
    JdbcClientAutoConfiguration.class,
    FlywayAutoConfiguration.class,
    HibernateJpaAutoConfiguration.class,
    DataJpaRepositoriesAutoConfiguration.class,
    TransactionAutoConfiguration.class,
    TransactionManagerCustomizationAutoConfiguration.class,
    JacksonAutoConfiguration.class
  })
  @EntityScan(basePackageClasses = Lead.class)
  @EnableJpaRepositories(basePackageClasses = Lead.class)
  @ComponentScan({
    "io.waybot.db.audience",
    "io.waybot.db.strategy",
    "io.waybot.db.bank",
    "io.waybot.db.calendar",
    "io.waybot.db.content",
    "io.waybot.db.customer",
    "io.waybot.db.decision",
    "io.waybot.db.dispatch",
    "io.waybot.db.feedback",
    "io.waybot.db.lead",
    "io.waybot.db.model",
    "io.waybot.db.policy",
    "io.waybot.db.run",
    "io.waybot.db.segment",
    "io.waybot.connectors.model",
    "io.waybot.connectors.segment",
    "io.waybot.bots.allocate",
    "io.waybot.bots.decide",
    "io.waybot.bots.feedback",
    "io.waybot.bots.policy",
    "io.waybot.bots.score",
    "io.waybot.runtime.lead",
    "io.waybot.runtime.why"
  })
  @Import({Phrases.class, CurrentUser.class})
  static class App {
    @Bean
    Clock clock() {
      return Clock.fixed(Instant.parse("2026-11-20T01:00:00Z"), ZoneId.of("Asia/Shanghai"));
    }
  }
}
