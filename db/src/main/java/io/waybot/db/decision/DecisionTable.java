package io.waybot.db.decision;

import io.waybot.db.imports.BulkInsert;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was decided: one row per chosen customer, and the prices that explain the others. */
@Component
public class DecisionTable {
  private static final int ROWS_AT_ONCE = 1_000;
  private static final List<String> COLUMNS =
      List.of(
          "window_id",
          "customer",
          "run_id",
          "element_id",
          "product_code",
          "content_code",
          "channel",
          "strategy",
          "score",
          "value_yuan",
          "price_yuan");
  private static final String SELECT = "select " + String.join(", ", COLUMNS) + " from decision";

  private final JdbcClient sql;
  private final JdbcTemplate batch;
  private final BulkInsert bulk;

  DecisionTable(JdbcClient sql, JdbcTemplate batch) {
    this.sql = sql;
    this.batch = batch;
    this.bulk = new BulkInsert(batch);
  }

  /** Adds decisions as they come, asked for once; all in the caller's transaction. */
  public void add(Iterable<Decision> decisions) {
    var coming = StreamSupport.stream(decisions.spliterator(), false);
    bulk.into("decision", COLUMNS, () -> coming.map(DecisionTable::row).iterator());
  }

  private static @Nullable Object[] row(Decision d) {
    return new @Nullable Object[] {
      d.windowId(),
      d.customer(),
      d.runId(),
      d.elementId(),
      d.product(),
      d.content(),
      d.channel(),
      d.strategy(),
      d.score(),
      d.valueYuan(),
      d.priceYuan()
    };
  }

  public void addPrices(UUID window, List<CapacityPrice> prices) {
    batch.batchUpdate(
        "insert into decision_price (window_id, constraint_key, minimum, capacity, used, missing,"
            + " price, penalty) values (?,?,?,?,?,?,?,?)",
        prices,
        ROWS_AT_ONCE,
        (row, p) -> {
          row.setObject(1, window);
          row.setString(2, p.key());
          row.setDouble(3, p.minimum());
          row.setObject(4, Double.isInfinite(p.capacity()) ? null : p.capacity(), Types.DOUBLE);
          row.setDouble(5, p.used());
          row.setDouble(6, p.missing());
          row.setDouble(7, p.priceYuan());
          row.setDouble(8, p.penaltyYuan());
        });
  }

  /** A window's prices by key. */
  public List<CapacityPrice> prices(UUID window) {
    return sql.sql(
            "select constraint_key, minimum, capacity, used, missing, price, penalty from"
                + " decision_price where window_id = ? order by constraint_key")
        .param(window)
        .query(DecisionTable::price)
        .list();
  }

  /** A decided window and when it was. */
  public record Decided(UUID id, Instant decidedAt) {}

  /** The last window of a real day that decided about something scarce. */
  public Optional<Decided> latestWith(String key) {
    return sql.sql(
            "select w.id, w.decided_at from decision_window w join decision_price p on p.window_id"
                + " = w.id where w.kind = 'DAILY' and w.state = 'DECIDED' and p.constraint_key = ?"
                + " order by w.decided_at desc limit 1")
        .param(key)
        .query(
            (row, i) -> new Decided(row.getObject(1, UUID.class), row.getTimestamp(2).toInstant()))
        .optional();
  }

  private static CapacityPrice price(ResultSet row, int i) throws SQLException {
    var capacity = row.getObject(3, Double.class);
    return new CapacityPrice(
        row.getString(1),
        row.getDouble(2),
        capacity == null ? Double.POSITIVE_INFINITY : capacity,
        row.getDouble(4),
        row.getDouble(5),
        row.getDouble(6),
        row.getDouble(7));
  }

  /** What a customer was chosen for in a window. */
  public Optional<Decision> of(UUID window, int customer) {
    return sql.sql(SELECT + " where window_id = ? and customer = ?")
        .params(window, customer)
        .query(DecisionTable::decision)
        .optional();
  }

  /** All decisions of a run, by channel and customer. */
  public List<Decision> ofRun(UUID run) {
    return sql.sql(SELECT + " where run_id = ? order by channel, customer")
        .param(run)
        .query(DecisionTable::decision)
        .list();
  }

  private static Decision decision(ResultSet row, int i) throws SQLException {
    return new Decision(
        row.getObject(1, UUID.class),
        row.getInt(2),
        row.getObject(3, UUID.class),
        row.getString(4),
        row.getString(5),
        row.getString(6),
        row.getString(7),
        row.getString(8),
        row.getFloat(9),
        row.getDouble(10),
        row.getDouble(11));
  }
}
