package io.waybot.db.dispatch;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The kill switch: an order that stops sends until two people release it. */
@Component
public class StopOrders {

  public enum Scope {
    ALL,
    CHANNEL,
    JOURNEY,
    BRANCH
  }

  /**
   * @param target {@code *} for ALL, a channel's code, a journey's id, or a unit's code
   * @param targetPath for BRANCH the unit's place, else null
   */
  public record StopOrder(
      UUID id,
      Scope scope,
      String target,
      @Nullable String targetPath,
      String reason,
      String orderedBy,
      Instant orderedAt,
      @Nullable String releaseAskedBy) {

    /** Whether the order stops this send. */
    public boolean stops(DueSend send) {
      return switch (scope) {
        case ALL -> true;
        case CHANNEL -> target.equals(send.channel());
        case JOURNEY -> target.equals(send.journeyId().toString());
        case BRANCH -> targetPath != null && send.orgPath().startsWith(targetPath);
      };
    }
  }

  private static final String SELECT =
      "select s.id, s.scope, s.target, o.path, s.reason, s.ordered_by, s.ordered_at,"
          + " s.release_asked_by from stop_order s left join org_unit o on s.scope = 'BRANCH' and"
          + " o.code = s.target ";

  private final JdbcClient sql;
  private final JdbcTemplate writes;
  private final Clock clock;

  public StopOrders(JdbcClient sql, JdbcTemplate writes, Clock clock) {
    this.sql = sql;
    this.writes = writes;
    this.clock = clock;
  }

  public UUID order(Scope scope, String target, String reason, String by) {
    var id = UUID.randomUUID();
    writes.update(
        "insert into stop_order (id, scope, target, reason, ordered_by, ordered_at) values"
            + " (?,?,?,?,?,?)",
        id,
        scope.name(),
        target,
        reason,
        by,
        Timestamp.from(clock.instant()));
    return id;
  }

  /** Orders in force, oldest first. */
  public List<StopOrder> active() {
    return sql.sql(SELECT + "where s.released_at is null order by s.ordered_at")
        .query(StopOrders::order)
        .list();
  }

  public Optional<StopOrder> find(UUID id) {
    return sql.sql(SELECT + "where s.id = ? and s.released_at is null")
        .param(id)
        .query(StopOrders::order)
        .optional();
  }

  /** The first of the two; asking twice changes nothing. */
  public void askRelease(UUID id, String by) {
    writes.update(
        "update stop_order set release_asked_by = ? where id = ? and release_asked_by is null and"
            + " released_at is null",
        by,
        id);
  }

  /** The second person's yes; false when nobody asked, or it is the same person. */
  public boolean release(UUID id, String by) {
    return writes.update(
            "update stop_order set released_by = ?, released_at = ? where id = ? and released_at is"
                + " null and release_asked_by is not null and release_asked_by <> ?",
            by,
            Timestamp.from(clock.instant()),
            id,
            by)
        == 1;
  }

  /** Sends that wait and would be stopped by an order of this scope. */
  public int waiting(Scope scope, String target) {
    var condition =
        switch (scope) {
          case ALL -> "? = ?";
          case CHANNEL -> "d.channel = ? and '' <> ?";
          case JOURNEY -> "cast(r.journey_id as varchar) = ? and '' <> ?";
          case BRANCH ->
              "exists (select 1 from customer c join org_unit o on o.code = c.org_code join"
                  + " org_unit b on b.code = ? where c.number = d.customer and o.path like b.path"
                  + " || '%') and '' <> ?";
        };
    return sql.sql(
            "select count(*) from dispatch d join run r on r.id = d.run_id where d.state ="
                + " 'PENDING' and exists (select 1 from waiting_page p where p.scope_run_id ="
                + " d.scope_run_id and p.step = d.step and p.channel = d.channel and p.rehearsal ="
                + " false) and "
                + condition)
        .params(target, target)
        .query(Integer.class)
        .single();
  }

  private static StopOrder order(ResultSet row, int i) throws SQLException {
    return new StopOrder(
        row.getObject(1, UUID.class),
        Scope.valueOf(row.getString(2)),
        row.getString(3),
        row.getString(4),
        row.getString(5),
        row.getString(6),
        row.getTimestamp(7).toInstant(),
        row.getString(8));
  }
}
