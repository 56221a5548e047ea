package io.waybot.runtime.demo;

import io.waybot.bots.Robot;
import io.waybot.bots.RobotContext;
import io.waybot.connectors.imports.ImportMapping;
import io.waybot.db.audience.AudienceRef;
import io.waybot.db.audience.AudienceStore;
import io.waybot.db.audience.NewAudience;
import io.waybot.db.customer.CustomerStore;
import io.waybot.db.decision.DecisionWindow;
import io.waybot.db.imports.ImportJob;
import io.waybot.db.model.ScoreStore;
import io.waybot.db.testing.TestDatabase;
import io.waybot.demo.bank.DemoBank;
import io.waybot.demo.bank.DemoTables;
import io.waybot.runtime.imports.ImportHall;
import io.waybot.runtime.why.CandidatesOf;
import io.waybot.runtime.why.WhyView;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import javax.sql.DataSource;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.boot.LazyInitializationBeanFactoryPostProcessor;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole demo bank in a database, with real robots and no engine. */
final class StrategyBank implements AutoCloseable {
  private static final LocalDate D0 = LocalDate.of(2026, 11, 20);
  private static final UUID JOURNEY = UUID.fromString("00000000-0000-0000-0000-000000000001");
  private static final UUID VERSION = UUID.fromString("00000000-0000-0000-0000-000000000002");
  private static final UUID RUN = UUID.fromString("00000000-0000-0000-0000-000000000003");
  private static final UUID MODEL = UUID.fromString("00000000-0000-0000-0000-00000000000a");
  private static final UUID MODEL_VERSION = UUID.fromString("00000000-0000-0000-0000-00000000000b");
  private static final int CUSTOMERS = 50_000;

  private final TestDatabase.Access db;
  private final AnnotationConfigApplicationContext beans = new AnnotationConfigApplicationContext();

  @Configuration(proxyBeanMethods = false)
  @EnableTransactionManagement(proxyTargetClass = true)
  static class Transactions {}

  private static final List<String> TRACE =
      List.of(
          "audience",
          "audience_chunk",
          "candidate_set",
          "candidate_loss",
          "score_chunk",
          "decision_window",
          "decision_participant",
          "decision_price",
          "decision_fact",
          "decision_fact_name",
          "decision");

  StrategyBank(TestDatabase kind, Path home, Path files) throws IOException {
    db = kind.open();
    imports(home, files);
    beans.registerBean(DataSource.class, db::dataSource);
    beans.registerBean(JdbcClient.class, db::sql);
    beans.registerBean(JdbcTemplate.class, db::batch);
    beans.registerBean(JdbcTransactionManager.class, db::transactions);
    beans.registerBean(Clock.class, () -> ImportHall.CLOCK);
    beans.registerBean(JsonMapper.class, () -> JsonMapper.builder().build());
    beans.register(Transactions.class, DemoWords.class, DemoCatalogue.class, DemoStrategies.class);
    beans.scan("io.waybot.runtime.why");
    beans.scan(
        "io.waybot.db.audience",
        "io.waybot.db.bank",
        "io.waybot.db.strategy",
        "io.waybot.db.event",
        "io.waybot.db.customer",
        "io.waybot.db.segment",
        "io.waybot.db.imports",
        "io.waybot.db.policy",
        "io.waybot.db.content",
        "io.waybot.db.decision",
        "io.waybot.db.model",
        "io.waybot.db.run",
        "io.waybot.connectors.segment",
        "io.waybot.bots.event",
        "io.waybot.bots.strategy",
        "io.waybot.bots.audience",
        "io.waybot.bots.policy",
        "io.waybot.bots.score",
        "io.waybot.bots.allocate",
        "io.waybot.bots.decide");
    beans.addBeanFactoryPostProcessor(new LazyInitializationBeanFactoryPostProcessor());
    beans.refresh();
    bean(DemoCatalogue.class).moveIn();
    bean(DemoWords.class).moveIn();
    bean(DemoWords.class).addSegments();
    bean(DemoStrategies.class).moveIn();
    run();
    model();
  }

  private void imports(Path home, Path files) throws IOException {
    var hall = new ImportHall(db, home);
    DemoTables.organisation().forEach(unit -> hall.stores.org(unit.code(), unit.parent()));
    DemoBank.write(CUSTOMERS, D0, files);
    for (var dataset : List.of("customers", "events", "app_events")) {
      var mapping =
          hall.json.readValue(files.resolve(dataset + ".mapping.json"), ImportMapping.class);
      try (var file = Files.newInputStream(files.resolve(dataset + ".csv"))) {
        if (hall.submit(mapping, file).state() != ImportJob.State.DONE) {
          throw new IllegalStateException(dataset + " did not arrive");
        }
      }
    }
  }

  <T> T bean(Class<T> type) {
    return beans.getBean(type);
  }

  RobotContext at(String element) {
    return new RobotContext(
        RUN,
        RUN,
        "DAILY",
        JOURNEY,
        VERSION,
        "payroll_activation",
        "00",
        D0,
        UUID.nameUUIDFromBytes(element.getBytes(StandardCharsets.UTF_8)),
        element,
        1);
  }

  /** Does one step as the host would; its output. */
  JsonNode work(String robot, String element, Map<String, Object> input) {
    var outcome = begin(robot, element, input);
    return bean(JsonMapper.class).valueToTree(outcome).get("output");
  }

  @SuppressWarnings("unchecked")
  Object begin(String name, String element, Map<String, Object> input) {
    var at = at(element);
    sql(
        "insert into robot_step (id, run_id, engine_id, element_instance_key, element_id, pass,"
            + " robot, job_key, state, attempts, started_at) values (?, ?, ?, ?, ?, 1, ?, 1,"
            + " 'RUNNING', 1, current_timestamp)",
        at.stepId(),
        RUN,
        UUID.randomUUID(),
        element.hashCode(),
        element,
        name);
    var robot = (Robot<Record, Record>) beans.getBean(name);
    return robot.work(bean(JsonMapper.class).convertValue(input, robot.inputType()), at);
  }

  /** The same customers as score-audience would hand them on. */
  AudienceRef scored(Object list) {
    var ref = bean(JsonMapper.class).convertValue(list, AudienceRef.class);
    var lineage =
        "{\"parent\":\""
            + ref.id()
            + "\",\"modelVersion\":\""
            + MODEL_VERSION
            + "\",\"dataset\":\"customers\"}";
    return bean(AudienceStore.class)
        .save(new NewAudience(RUN, null, "score", "scored", null, lineage), members(ref));
  }

  AudienceRef list(Object set) {
    return bean(JsonMapper.class).convertValue(set, AudienceRef.class);
  }

  RoaringBitmap members(AudienceRef list) {
    return bean(AudienceStore.class).load(list.id());
  }

  void forgetEventsThatColumnsShow() {
    sql(
        "delete from customer_event where code in (select code from event_type where source ="
            + " 'COLUMNS')");
  }

  /** Customers with each event of the last 30 days, by code; every customer counts once. */
  Map<String, Integer> eventsByCode() {
    return counts(
        "select code, count(distinct customer) from customer_event where code like 'E%' group by"
            + " code");
  }

  /** What the service behind the page tells about one customer. */
  List<WhyView.Candidate> candidates(DecisionWindow window, int customer) {
    var who = bean(CustomerStore.class).find(customer).orElseThrow();
    return CandidatesOf.window(beans, window, who);
  }

  /** The customer's number inside, by the bank's key. */
  int number(String key) {
    return bean(CustomerStore.class).find(key).orElseThrow().number();
  }

  /** Bytes that explain a day; on PostgreSQL tables with their indexes, as they lie on the disk. */
  long traceBytes(TestDatabase kind) {
    return kind == TestDatabase.POSTGRESQL
        ? TRACE.stream().mapToLong(table -> bytes("pg_total_relation_size('" + table + "')")).sum()
        : bytes(
            "(select coalesce(sum(octet_length(bits)), 0) from audience_chunk) + 200 * (select"
                + " count(*) from decision)");
  }

  private long bytes(String of) {
    return db.sql().sql("select " + of).query(Long.class).single();
  }

  Map<String, Integer> stages() {
    return counts("select stage, count(*) from customer_stage group by stage");
  }

  private Map<String, Integer> counts(String query) {
    var counts = new TreeMap<String, Integer>();
    db.batch()
        .query(
            query,
            row -> {
              counts.put(row.getString(1), row.getInt(2));
            });
    return counts;
  }

  private void run() {
    var now = Timestamp.from(ImportHall.CLOCK.instant());
    sql(
        "insert into journey (id, journey_key, name_zh, name_en, owner_org, owner_login,"
            + " experiment_salt, created_at, version) values (?, 'payroll_activation', '代发客群日营',"
            + " 'Payroll groups', '00', 'planner', 's', ?, 0)",
        JOURNEY,
        now);
    sql(
        "insert into journey_version (id, journey_id, version_no, revision, state, bpmn, settings,"
            + " author, saved_at) values (?, ?, 1, 1, 'LIVE', '<x/>', '{}', 'planner', ?)",
        VERSION,
        JOURNEY,
        now);
    sql(
        "insert into run (id, journey_id, journey_version_id, business_date, kind, attempt, state,"
            + " scope_run_id, parameters, started_by, started_at, state_changed_at, version) values"
            + " (?, ?, ?, ?, 'DAILY', 1, 'RUNNING', ?, '{}', 'planner', ?, ?, 0)",
        RUN,
        JOURNEY,
        VERSION,
        Date.valueOf(D0),
        RUN,
        now,
        now);
  }

  private void model() {
    sql(
        "insert into model (id, code, name_zh, name_en, created_at) values (?, 'deposit', 'x', 'x',"
            + " current_timestamp)",
        MODEL);
    sql(
        "insert into model_version (id, model_id, version, algorithm, state, dataset, label,"
            + " features, split, train_rows, auc, ks, metrics, booster, trained_by, trained_at)"
            + " values (?, ?, 1, 'lightgbm', 'CHAMPION', 'customers', 'bought', '[]', '{}', 1, 0.7,"
            + " 0.4, '{}', ?, 'x', current_timestamp)",
        MODEL_VERSION,
        MODEL,
        new byte[] {1});
    var scores = new float[ScoreStore.CHUNK];
    for (int i = 0; i < scores.length; i++) {
      scores[i] = i * 31 % 1_000 / 1_000f;
    }
    bean(ScoreStore.class).add(MODEL_VERSION, D0, 0, scores);
  }

  private void sql(String statement, Object... parameters) {
    db.batch().update(statement, parameters);
  }

  @Override
  public void close() {
    beans.close();
  }
}
