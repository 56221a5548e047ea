package io.waybot.bots.decide;

import static org.assertj.core.api.Assertions.assertThat;

import io.waybot.bots.RobotContext;
import io.waybot.bots.testing.BotsUnderTest;
import io.waybot.db.audience.AudienceRef;
import io.waybot.db.audience.AudienceStore;
import io.waybot.db.audience.NewAudience;
import io.waybot.db.customer.ColumnType;
import io.waybot.db.customer.Dataset;
import io.waybot.db.customer.DatasetCatalog;
import io.waybot.db.customer.DatasetColumn;
import io.waybot.db.decision.DecisionWindow;
import io.waybot.db.decision.DecisionWindows;
import io.waybot.db.model.ScoreStore;
import io.waybot.db.run.RobotStep;
import io.waybot.db.run.RobotSteps;
import io.waybot.db.testing.TestDatabase;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.roaringbitmap.RoaringBitmap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A bank with two products, four channels and scored customers of falling worth, whose runs decide
 * at the cut-off or once everybody is there.
 */
final class DecisionBank implements AutoCloseable {
  private static final UUID MODEL = UUID.fromString("00000000-0000-0000-0000-00000000000a");
  private static final UUID VERSION = UUID.fromString("00000000-0000-0000-0000-00000000000b");
  private final BotsUnderTest bots;

  DecisionBank(TestDatabase kind) {
    this(kind, "07:00");
  }

  DecisionBank(TestDatabase kind, String cutOff) {
    bots =
        new BotsUnderTest(
            kind,
            Map.of("waybot.decision.cut-off", cutOff),
            "io.waybot.db.bank",
            "io.waybot.db.audience",
            "io.waybot.db.strategy",
            "io.waybot.db.customer",
            "io.waybot.db.segment",
            "io.waybot.db.policy",
            "io.waybot.db.content",
            "io.waybot.db.decision",
            "io.waybot.db.model",
            "io.waybot.db.run",
            "io.waybot.connectors.segment",
            "io.waybot.connectors.model",
            "io.waybot.bots.score",
            "io.waybot.bots.policy",
            "io.waybot.bots.allocate",
            "io.waybot.bots.decide");
    var columns =
        List.of(
            DatasetColumn.of("demand_yuan", "demand_yuan", ColumnType.DECIMAL, 1),
            DatasetColumn.of("sms_ok", "sms_ok", ColumnType.BOOL, 2),
            DatasetColumn.of("push_ok", "push_ok", ColumnType.BOOL, 3),
            DatasetColumn.of("rm_ok", "rm_ok", ColumnType.BOOL, 4),
            DatasetColumn.of("mail_ok", "mail_ok", ColumnType.BOOL, 5),
            DatasetColumn.of("contacts_7d", "contacts_7d", ColumnType.INT, 6));
    bots.bean(DatasetCatalog.class)
        .create(Dataset.CUSTOMERS, Dataset.Kind.PROFILE, "客户", "Customers", columns);
    product("P01", 5_000, 240, "C01");
    product("P04", 100, 120, "C04");
    channel("branch", 720, 6.0, 2.0);
    channel("sms", 3, 0.045, 1.1);
    channel("push", 4, 0.002, 1.0);
    channel("email", 0, 0.001, 0.8);
    sql(
        "insert into app_user (login, name_zh, name_en, org_code, password_hash, kind,"
            + " leads_per_day) values ('rm1101a', '刘', 'Liu', '1101', 'x', 'PERSON', 20)");
    sql(
        "insert into model (id, code, name_zh, name_en, created_at) values (?, 'deposit', '存款',"
            + " 'Deposit', current_timestamp)",
        MODEL);
    sql(
        "insert into model_version (id, model_id, version, algorithm, state, dataset, label,"
            + " features, split, train_rows, auc, ks, metrics, booster, trained_by, trained_at)"
            + " values (?, ?, 1, 'lightgbm', 'CHAMPION', 'customers', 'bought', '[]', '{}', 1, 0.7,"
            + " 0.4, '{}', ?, 'x', current_timestamp)",
        VERSION,
        MODEL,
        new byte[] {1});
    for (int n = 1; n <= 12; n++) {
      score(n, (20 - n) / 20f);
    }
  }

  void score(int customer, float score) {
    var scores = new float[ScoreStore.CHUNK];
    Arrays.fill(scores, Float.NaN);
    scores[customer & 0xFFFF] = score;
    bots.bean(ScoreStore.class).add(VERSION, BotsUnderTest.D0, customer >>> 16, scores);
  }

  DecisionWindow window(UUID run) {
    return bots.bean(DecisionWindows.class).ofRun(run).getFirst();
  }

  Map<String, List<Integer>> lostOf(UUID run) {
    var byReason = new TreeMap<String, List<Integer>>();
    for (var set : bots.bean(AudienceStore.class).ofRun(run)) {
      if (set.ruleCode() != null) {
        byReason.put(set.ruleCode(), list(set.id()));
      }
    }
    return byReason;
  }

  void product(String code, int min, int margin, String content) {
    sql(
        "insert into product (code, name_zh, name_en, product_class, min_yuan, margin_yuan) values"
            + " (?, ?, ?, 'DEPOSIT', ?, ?)",
        code,
        code,
        code,
        min,
        margin);
    sql(
        "insert into content (id, code, product_code, owner_org, purpose, changed_by, changed_at,"
            + " version) values (?, ?, ?, '00', 'MARKETING', 'x', current_timestamp, 1)",
        UUID.randomUUID(),
        content,
        code);
  }

  void channel(String code, int capacity, double cost, double factor) {
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

  void customer(int number, int demand, boolean sms, boolean push, boolean rm) {
    bots.customers(number, number);
    sql(
        "insert into data_customers (number, demand_yuan, sms_ok, push_ok, rm_ok, mail_ok) values"
            + " (?, ?, ?, ?, ?, false)",
        number,
        demand,
        sms,
        push,
        rm);
  }

  DecideTreatmentsRobot.Input input(int from, int to) {
    var lineage =
        "{\"parent\":\""
            + MODEL
            + "\",\"modelVersion\":\""
            + VERSION
            + "\",\"dataset\":\"customers\"}";
    return input(
        bots.bean(AudienceStore.class)
            .save(
                new NewAudience(null, null, null, "scored", null, lineage),
                RoaringBitmap.bitmapOfRange(from, to + 1L)));
  }

  static DecideTreatmentsRobot.Input input(AudienceRef audience) {
    return new DecideTreatmentsRobot.Input(
        audience,
        "P01,P04",
        "C01,C04",
        "branch,sms,push,email",
        null,
        null,
        null,
        null,
        1,
        70.0,
        null,
        100,
        0,
        100,
        null);
  }

  JsonNode decide(String element, DecideTreatmentsRobot.Input input, RobotContext context) {
    join(element, input, context);
    var step = bots.bean(RobotSteps.class).get(context.stepId());
    assertThat(step.state()).isEqualTo(RobotStep.State.DONE);
    return bots.bean(JsonMapper.class).readTree(step.output());
  }

  void join(String element, DecideTreatmentsRobot.Input input, RobotContext context) {
    sql(
        "insert into robot_step (id, run_id, engine_id, element_instance_key, element_id, pass,"
            + " robot, job_key, state, attempts, started_at) values (?, ?, ?, ?, ?, 1,"
            + " 'decide-treatments', 1, 'RUNNING', 1, current_timestamp)",
        context.stepId(),
        context.runId(),
        UUID.randomUUID(),
        element.hashCode(),
        element);
    bots.bean(DecideTreatmentsRobot.class).work(input, context);
  }

  List<Integer> members(JsonNode output, String set) {
    var id = UUID.fromString(output.get(set).get("id").stringValue());
    return list(id);
  }

  List<Integer> list(UUID audience) {
    return Arrays.stream(bots.bean(AudienceStore.class).load(audience).toArray()).boxed().toList();
  }

  Map<String, List<Integer>> lost(String element) {
    var byReason = new TreeMap<String, List<Integer>>();
    for (var set : bots.bean(AudienceStore.class).ofRun(BotsUnderTest.RUN)) {
      if (element.equals(set.elementId()) && set.ruleCode() != null) {
        byReason.put(set.ruleCode(), list(set.id()));
      }
    }
    return byReason;
  }

  void sql(String statement, Object... parameters) {
    bots.db.batch().update(statement, parameters);
  }

  <T> T bean(Class<T> type) {
    return bots.bean(type);
  }

  @Override
  public void close() {
    bots.close();
  }
}
