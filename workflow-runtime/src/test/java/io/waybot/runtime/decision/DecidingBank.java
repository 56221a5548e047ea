package io.waybot.runtime.decision;

import io.waybot.db.customer.ColumnType;
import io.waybot.db.customer.Dataset;
import io.waybot.db.customer.DatasetCatalog;
import io.waybot.db.customer.DatasetColumn;
import io.waybot.db.model.ScoreStore;
import io.waybot.runtime.engine.EngineTestApp;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.JdbcTemplate;

/** A hundred customers with scores, one product, 30 texts and 40 pushes a day. */
final class DecidingBank {
  static final UUID MODEL_VERSION = UUID.fromString("00000000-0000-0000-0000-00000000000b");
  static final LocalDate FRIDAY = LocalDate.of(2026, 11, 20);
  private static final UUID MODEL = UUID.fromString("00000000-0000-0000-0000-00000000000a");
  private static final int CUSTOMERS = 100;

  private final JdbcTemplate sql;

  DecidingBank(EngineTestApp app) {
    sql = app.bean(JdbcTemplate.class);
    app.bean(DatasetCatalog.class)
        .create(
            Dataset.CUSTOMERS,
            Dataset.Kind.PROFILE,
            "客户",
            "Customers",
            List.of(
                DatasetColumn.of("demand_yuan", "demand_yuan", ColumnType.DECIMAL, 1),
                DatasetColumn.of("sms_ok", "sms_ok", ColumnType.BOOL, 2),
                DatasetColumn.of("push_ok", "push_ok", ColumnType.BOOL, 3)));
    customers();
    offer();
    channel("sms", 30, "0.045", 1.1);
    channel("push", 40, "0.002", 1.0);
    scores(app.bean(ScoreStore.class));
  }

  private void customers() {
    var numbers =
        IntStream.rangeClosed(1, CUSTOMERS).mapToObj(n -> new Object[] {n, "c" + n}).toList();
    sql.batchUpdate(
        "insert into customer (number, customer_key, org_code) values (?, ?, '00')", numbers);
    sql.batchUpdate(
        "insert into data_customers (number, demand_yuan, sms_ok, push_ok) values (?, 9000, true,"
            + " true)",
        numbers.stream().map(row -> new Object[] {row[0]}).toList());
  }

  private void offer() {
    sql.update(
        "insert into product (code, name_zh, name_en, product_class, min_yuan, margin_yuan) values"
            + " ('P01', 'P01', 'P01', 'DEPOSIT', 100, 240)");
    sql.update(
        "insert into content (id, code, product_code, owner_org, purpose, changed_by, changed_at,"
            + " version) values (?, 'C01', 'P01', '00', 'MARKETING', 'x', current_timestamp, 1)",
        UUID.randomUUID());
  }

  private void channel(String code, int capacity, String cost, double factor) {
    sql.update(
        "insert into channel (code, name_zh, name_en, connected, daily_capacity, per_minute,"
            + " cost_yuan, hours, counts_as_contact, crash_kind, factor, position) values (?, ?, ?,"
            + " true, ?, 9, cast(? as numeric), '00:00-24:00', true, 'IDEMPOTENT', ?, 1)",
        code,
        code,
        code,
        capacity,
        cost,
        factor);
  }

  /** The lower the number, the likelier to buy. */
  private void scores(ScoreStore store) {
    sql.update(
        "insert into model (id, code, name_zh, name_en, created_at) values (?, 'deposit', '存款',"
            + " 'Deposit', current_timestamp)",
        MODEL);
    sql.update(
        "insert into model_version (id, model_id, version, algorithm, state, dataset, label,"
            + " features, split, train_rows, auc, ks, metrics, booster, trained_by, trained_at)"
            + " values (?, ?, 1, 'lightgbm', 'CHAMPION', 'customers', 'bought', '[]', '{}', 1, 0.7,"
            + " 0.4, '{}', ?, 'x', current_timestamp)",
        MODEL_VERSION,
        MODEL,
        new byte[] {1});
    var scores = new float[ScoreStore.CHUNK];
    Arrays.fill(scores, Float.NaN);
    for (int n = 1; n <= CUSTOMERS; n++) {
      scores[n] = (150 - n) / 150f;
    }
    store.add(MODEL_VERSION, FRIDAY, 0, scores);
  }
}
