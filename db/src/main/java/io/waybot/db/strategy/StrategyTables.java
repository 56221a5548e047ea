package io.waybot.db.strategy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads strategy tables and writes new versions of them; no version is ever changed. */
@Component
public class StrategyTables {
  private static final String SELECT =
      "select code, name_zh, name_en, owner_org, version from strategy_table";

  private final JdbcClient sql;
  private final JdbcTemplate batch;
  private final Clock clock;

  StrategyTables(JdbcClient sql, JdbcTemplate batch, Clock clock) {
    this.sql = sql;
    this.batch = batch;
    this.clock = clock;
  }

  /** A version in a table's history. */
  public record Version(int version, int strategies, String note, String by, Instant at) {}

  /** All tables by code. */
  public List<StrategyTable> all() {
    return sql.sql(SELECT + " order by code").query(StrategyTables::table).list();
  }

  public Optional<StrategyTable> find(String code) {
    return sql.sql(SELECT + " where code = ?").param(code).query(StrategyTables::table).optional();
  }

  /** The rows of one version, by code. */
  public List<Strategy> rows(String table, int version) {
    return sql.sql(
            "select code, segment_code, event_code, product_code, channel, second_channel,"
                + " content_code, purpose, fresh_days, priority from strategy where table_code = ?"
                + " and version = ? order by code")
        .params(table, version)
        .query(StrategyTables::strategy)
        .list();
  }

  /** All versions, newest first. */
  public List<Version> history(String table) {
    return sql.sql(
            "select version, strategies, note, changed_by, changed_at from strategy_version where"
                + " table_code = ? order by version desc")
        .param(table)
        .query((row, i) ->
            new Version(
                row.getInt(1),
                row.getInt(2),
                row.getString(3),
                row.getString(4),
                row.getTimestamp(5).toInstant()))
        .list();
  }

  /** A new table with its first version. */
  @Transactional
  public StrategyTable create(
      String code, String nameZh, String nameEn, String org, List<Strategy> rows, String by) {
    var table = new StrategyTable(code, nameZh, nameEn, org, 1);
    batch.update(
        "insert into strategy_table (code, name_zh, name_en, owner_org, version) values"
            + " (?,?,?,?,1)",
        code,
        nameZh,
        nameEn,
        org);
    write(table, rows, "", by);
    return table;
  }

  /**
   * The next version with these rows in place of all.
   *
   * @throws OptimisticLockingFailureException if somebody has changed the table meanwhile
   */
  @Transactional
  public StrategyTable replace(StrategyTable read, List<Strategy> rows, String note, String by) {
    int next = read.version() + 1;
    int changed =
        batch.update(
            "update strategy_table set version = ? where code = ? and version = ?",
            next,
            read.code(),
            read.version());
    if (changed == 0) {
      throw new OptimisticLockingFailureException("strategy table " + read.code() + " was changed");
    }
    var table = new StrategyTable(read.code(), read.nameZh(), read.nameEn(), read.ownerOrg(), next);
    write(table, rows, note, by);
    return table;
  }

  private void write(StrategyTable table, List<Strategy> rows, String note, String by) {
    batch.update(
        "insert into strategy_version (table_code, version, strategies, note, changed_by,"
            + " changed_at) values (?,?,?,?,?,?)",
        table.code(),
        table.version(),
        rows.size(),
        note,
        by,
        Timestamp.from(clock.instant()));
    batch.batchUpdate(
        "insert into strategy (table_code, version, code, segment_code, event_code, product_code,"
            + " channel, second_channel, content_code, purpose, fresh_days, priority) values"
            + " (?,?,?,?,?,?,?,?,?,?,?,?)",
        rows.stream()
            .map(row ->
                new Object[] {
                  table.code(),
                  table.version(),
                  row.code(),
                  row.segment(),
                  row.event(),
                  row.product(),
                  row.channel(),
                  row.second(),
                  row.content(),
                  row.purpose(),
                  row.freshDays(),
                  row.priority()
                })
            .toList());
  }

  private static StrategyTable table(ResultSet row, int i) throws SQLException {
    return new StrategyTable(
        row.getString(1), row.getString(2), row.getString(3), row.getString(4), row.getInt(5));
  }

  private static Strategy strategy(ResultSet row, int i) throws SQLException {
    return new Strategy(
        row.getString(1),
        row.getString(2),
        row.getString(3),
        row.getString(4),
        row.getString(5),
        row.getString(6),
        row.getString(7),
        row.getString(8),
        row.getInt(9),
        row.getInt(10));
  }
}
