package io.waybot.db.experiment;

import io.waybot.db.postgres.BinaryNumbers;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What happened to customers: what they bought, by the bank's own data, and how a run reached them.
 */
@Component
public class OutcomeTable {
  private final JdbcClient sql;
  private final JdbcTemplate jdbc;

  OutcomeTable(JdbcClient sql, JdbcTemplate jdbc) {
    this.sql = sql;
    this.jdbc = jdbc;
  }

  /** Takes one sale. */
  @FunctionalInterface
  public interface SaleHandler {
    void accept(int customer, Instant at, double amountYuan);
  }

  /** Takes one send that reached the gateway, or one lead handed out (channel {@code branch}). */
  @FunctionalInterface
  public interface ContactHandler {
    void accept(
        int customer,
        String channel,
        @Nullable String product,
        String step,
        Instant at,
        double costYuan);
  }

  /**
   * Sales of these products, to anybody, from {@code from} until before {@code to}, in time order.
   */
  public void sales(Collection<String> products, Instant from, Instant to, SaleHandler handler) {
    for (var product : products) {
      jdbc.query(
          "select customer, at, amount_yuan from conversion where product_code = ? and at >= ? and"
              + " at < ? and customer is not null order by at, id",
          row -> {
            handler.accept(row.getInt(1), row.getTimestamp(2).toInstant(), row.getDouble(3));
          },
          product,
          Timestamp.from(from),
          Timestamp.from(to));
    }
  }

  /** Everything that a run's scope really sent or handed out. */
  public void contacts(UUID scopeRunId, ContactHandler handler) {
    jdbc.query(
        connection ->
            BinaryNumbers.prepare(
                connection,
                "select customer, channel, product_code, step, sent_at, cost_yuan from dispatch"
                    + " where scope_run_id = ? and state = 'SENT' and sent_at is not null and"
                    + " channel <> 'branch'"),
        statement -> statement.setObject(1, scopeRunId),
        rows -> {
          while (rows.next()) {
            handler.accept(
                rows.getInt(1),
                rows.getString(2),
                rows.getString(3),
                rows.getString(4),
                rows.getTimestamp(5).toInstant(),
                rows.getDouble(6));
          }
          return true;
        });
    double leadCost =
        sql.sql("select cost_yuan from channel where code = 'branch'")
            .query(Double.class)
            .optional()
            .orElse(0.0);
    jdbc.query(
        "select customer, product_code, step, created_at from lead where scope_run_id = ?",
        row -> {
          handler.accept(
              row.getInt(1),
              "branch",
              row.getString(2),
              row.getString(3),
              row.getTimestamp(4).toInstant(),
              leadCost);
        },
        scopeRunId);
  }

  /** Customers who clicked or answered, or of whose lead staff noted interest or a sale. */
  public List<Integer> responders(UUID scopeRunId) {
    return sql.sql(
            "select r.customer from receipt r join dispatch d on d.id = r.dispatch_id where"
                + " d.scope_run_id = ? and r.type in ('CLICKED', 'REPLIED') and r.customer is not"
                + " null union select customer from lead where scope_run_id = ? and outcome in"
                + " ('BOUGHT', 'INTERESTED', 'CALL_AGAIN')")
        .params(scopeRunId, scopeRunId)
        .query(Integer.class)
        .list();
  }

  /** Customers who opted out in the time, of whatever channel. */
  public List<Integer> optedOut(Instant from, Instant to) {
    return sql.sql("select distinct customer from opt_out where at >= ? and at < ?")
        .params(Timestamp.from(from), Timestamp.from(to))
        .query(Integer.class)
        .list();
  }

  /**
   * The wave of each step, from 1, in every run of a scope: each split by response opens the next.
   */
  public Map<String, Integer> waves(UUID scopeRunId) {
    var waves = new HashMap<String, Integer>();
    var splits = new HashMap<UUID, Integer>();
    jdbc.query(
        "select s.run_id, s.element_id, s.pass, s.robot from robot_step s join run r on r.id ="
            + " s.run_id where r.scope_run_id = ? order by s.started_at, s.element_id, s.pass",
        row -> {
          var run = row.getObject(1, UUID.class);
          if (row.getString(4).equals("split-by-response")) {
            splits.merge(run, 1, Integer::sum);
          }
          int wave = 1 + splits.getOrDefault(run, 0);
          waves.merge(row.getString(2) + "#" + row.getInt(3), wave, Math::min);
        },
        scopeRunId);
    return waves;
  }

  /** When the newest sale arrived, of whatever product; empty before the first. */
  public Optional<Instant> newestSale() {
    return sql.sql("select received_at from conversion order by received_at desc limit 1")
        .query((row, i) -> row.getTimestamp(1).toInstant())
        .optional();
  }
}
