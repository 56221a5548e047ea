package io.waybot.db.event;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The catalogue of events, behaviours and stages. */
@Component
public class EventTypes {
  private static final String SELECT =
      "select code, kind, name_zh, name_en, rule_zh, rule_en, fresh_days, tier, stage, owner,"
          + " source from event_type";

  private final JdbcClient sql;
  private final JdbcTemplate batch;

  EventTypes(JdbcClient sql, JdbcTemplate batch) {
    this.sql = sql;
    this.batch = batch;
  }

  /** All, by code. */
  public List<EventType> all() {
    return sql.sql(SELECT + " order by code").query(EventTypes::type).list();
  }

  public Optional<EventType> find(String code) {
    return sql.sql(SELECT + " where code = ?").param(code).query(EventTypes::type).optional();
  }

  /** Adds the entry; one that is there stays as somebody may have changed it. */
  public void add(EventType type) {
    if (find(type.code()).isEmpty()) {
      batch.update(
          "insert into event_type (name_zh, name_en, rule_zh, rule_en, fresh_days, tier, owner,"
              + " kind, stage, source, code) values (?,?,?,?,?,?,?,?,?,?,?)",
          type.nameZh(),
          type.nameEn(),
          type.ruleZh(),
          type.ruleEn(),
          type.freshDays(),
          type.tier(),
          type.owner(),
          type.kind().name(),
          type.stage(),
          type.source().name(),
          type.code());
    }
  }

  /** Changes what people may change: words, freshness, tier and owner. */
  public void describe(EventType type) {
    batch.update(
        "update event_type set name_zh = ?, name_en = ?, rule_zh = ?, rule_en = ?, fresh_days = ?,"
            + " tier = ?, owner = ?, source = ? where code = ?",
        type.nameZh(),
        type.nameEn(),
        type.ruleZh(),
        type.ruleEn(),
        type.freshDays(),
        type.tier(),
        type.owner(),
        type.source().name(),
        type.code());
  }

  private static EventType type(ResultSet row, int i) throws SQLException {
    return new EventType(
        row.getString(1),
        EventType.Kind.valueOf(row.getString(2)),
        row.getString(3),
        row.getString(4),
        row.getString(5),
        row.getString(6),
        row.getObject(7, Integer.class),
        row.getInt(8),
        row.getString(9),
        row.getString(10),
        EventType.Source.valueOf(row.getString(11)));
  }
}
