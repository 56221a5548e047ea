package io.waybot.runtime.run;

import io.waybot.db.run.RunState;
import io.waybot.runtime.access.Scope;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Runs in lists, newest first, paged in the database. */
@Component
public class RunList {
  private final JdbcClient sql;

  RunList(JdbcClient sql) {
    this.sql = sql;
  }

  /**
   * Which runs.
   *
   * @param journey the journey's key; null for all
   */
  public record Filter(
      @Nullable RunState state, @Nullable String journey, @Nullable LocalDate date) {
    public static Filter all() {
      return new Filter(null, null, null);
    }
  }

  /**
   * A run in one line.
   *
   * @param version of the journey, which the run follows to its end
   */
  public record Row(
      UUID id,
      String journey,
      String nameZh,
      String nameEn,
      int version,
      LocalDate businessDate,
      String kind,
      int attempt,
      RunState state,
      @Nullable String stateReason,
      String startedBy,
      Instant startedAt,
      @Nullable Instant finishedAt) {}

  public List<Row> page(Filter filter, Scope scope, int offset, int limit) {
    var values = values(filter, scope);
    values.add(limit);
    values.add(offset);
    return sql.sql(
            "select r.id, j.journey_key, j.name_zh, j.name_en, r.business_date, r.kind, r.attempt,"
                + " r.state, r.state_reason, r.started_by, r.started_at, r.finished_at,"
                + " (select v.version_no from journey_version v where v.id = r.journey_version_id) "
                + from(filter)
                + " order by r.started_at desc, r.id limit ? offset ?")
        .params(values)
        .query(RunList::row)
        .list();
  }

  public int count(Filter filter, Scope scope) {
    return sql.sql("select count(*) " + from(filter))
        .params(values(filter, scope))
        .query(Integer.class)
        .single();
  }

  private static String from(Filter filter) {
    return "from run r join journey j on j.id = r.journey_id join org_unit o on o.code ="
        + " j.owner_org where o.path like ?"
        + (filter.state() == null ? "" : " and r.state = ?")
        + (filter.journey() == null ? "" : " and j.journey_key = ?")
        + (filter.date() == null ? "" : " and r.business_date = ?");
  }

  private static List<Object> values(Filter filter, Scope scope) {
    var values = new ArrayList<Object>();
    values.add(scope.like());
    if (filter.state() != null) {
      values.add(filter.state().name());
    }
    if (filter.journey() != null) {
      values.add(filter.journey());
    }
    if (filter.date() != null) {
      values.add(filter.date());
    }
    return values;
  }

  private static Row row(java.sql.ResultSet row, int i) throws java.sql.SQLException {
    var finished = row.getTimestamp(12);
    return new Row(
        row.getObject(1, UUID.class),
        row.getString(2),
        row.getString(3),
        row.getString(4),
        row.getInt(13),
        row.getObject(5, LocalDate.class),
        row.getString(6),
        row.getInt(7),
        RunState.valueOf(row.getString(8)),
        row.getString(9),
        row.getString(10),
        row.getTimestamp(11).toInstant(),
        finished == null ? null : finished.toInstant());
  }
}
