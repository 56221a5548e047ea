package io.waybot.db.content;

import io.waybot.db.calendar.SendingHours;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The channels with capacity, hours, cost and caps. The caller writes the audit entry. */
@Component
public class Channels {
  private static final String COLUMNS =
      "name_zh, name_en, connected, daily_capacity, per_minute, cost_yuan, hours,"
          + " business_days_only, counts_as_contact, cap_per_customer, crash_kind, factor, stopped,"
          + " position, code";

  private final JdbcClient sql;
  private final JdbcTemplate writes;

  public Channels(JdbcClient sql, JdbcTemplate writes) {
    this.sql = sql;
    this.writes = writes;
  }

  public List<Channel> all() {
    return sql.sql("select " + COLUMNS + " from channel order by position, code")
        .query(Channels::read)
        .list();
  }

  public Optional<Channel> find(String code) {
    return sql.sql("select " + COLUMNS + " from channel where code = ?")
        .param(code)
        .query(Channels::read)
        .optional();
  }

  /**
   * Writes the channel as given, new or known.
   *
   * @throws IllegalArgumentException if hours or caps cannot be read
   */
  @Transactional
  public void save(Channel c) {
    SendingHours.parse(c.hours());
    c.caps();
    Object[] values = {
      c.nameZh(),
      c.nameEn(),
      c.connected(),
      c.dailyCapacity(),
      c.perMinute(),
      c.costYuan(),
      c.hours(),
      c.businessDaysOnly(),
      c.countsAsContact(),
      c.capPerCustomer(),
      c.crashKind().name(),
      c.factor(),
      c.stopped(),
      c.position(),
      c.code()
    };
    int changed =
        writes.update(
            "update channel set name_zh=?, name_en=?, connected=?, daily_capacity=?, per_minute=?,"
                + " cost_yuan=?, hours=?, business_days_only=?, counts_as_contact=?,"
                + " cap_per_customer=?, crash_kind=?, factor=?, stopped=?, position=? where code=?",
            values);
    if (changed == 0) {
      writes.update(
          "insert into channel (" + COLUMNS + ") values (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)", values);
    }
  }

  private static Channel read(java.sql.ResultSet row, int i) throws java.sql.SQLException {
    return new Channel(
        row.getString("code"),
        row.getString("name_zh"),
        row.getString("name_en"),
        row.getBoolean("connected"),
        row.getInt("daily_capacity"),
        row.getInt("per_minute"),
        row.getBigDecimal("cost_yuan"),
        row.getString("hours"),
        row.getBoolean("business_days_only"),
        row.getBoolean("counts_as_contact"),
        row.getString("cap_per_customer"),
        CrashKind.valueOf(row.getString("crash_kind")),
        row.getDouble("factor"),
        row.getBoolean("stopped"),
        row.getInt("position"));
  }
}
