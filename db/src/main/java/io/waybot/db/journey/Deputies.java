package io.waybot.db.journey;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who signs for whom while they are away. */
@Component
public class Deputies {
  private static final String SELECT =
      "select id, approver, deputy, from_date, until_date from approval_deputy";

  private final JdbcClient sql;

  Deputies(JdbcClient sql) {
    this.sql = sql;
  }

  /**
   * A deputy for some days.
   *
   * @param from first day
   * @param until last day
   */
  public record Deputy(UUID id, String approver, String deputy, LocalDate from, LocalDate until) {}

  public void add(Deputy named) {
    sql.sql(
            "insert into approval_deputy (id, approver, deputy, from_date, until_date)"
                + " values (?,?,?,?,?)")
        .params(named.id(), named.approver(), named.deputy(), named.from(), named.until())
        .update();
  }

  /**
   * Ends it, whatever the last day was.
   *
   * @return false if this approver has named no such deputy
   */
  public boolean remove(UUID id, String approver) {
    return sql.sql("delete from approval_deputy where id = ? and approver = ?")
            .params(id, approver)
            .update()
        == 1;
  }

  /** Whom the approver has named, from the day on, the next first. */
  public List<Deputy> namedBy(String approver, LocalDate today) {
    return sql.sql(SELECT + " where approver = ? and until_date >= ? order by from_date, id")
        .params(approver, today)
        .query(Deputies::deputy)
        .list();
  }

  /** For whom somebody may sign on a day. */
  public List<String> actsFor(String deputy, LocalDate day) {
    return sql.sql(
            "select distinct approver from approval_deputy"
                + " where deputy = ? and from_date <= ? and until_date >= ? order by approver")
        .params(deputy, day, day)
        .query(String.class)
        .list();
  }

  private static Deputy deputy(ResultSet row, int i) throws SQLException {
    return new Deputy(
        row.getObject(1, UUID.class),
        row.getString(2),
        row.getString(3),
        row.getObject(4, LocalDate.class),
        row.getObject(5, LocalDate.class));
  }
}
