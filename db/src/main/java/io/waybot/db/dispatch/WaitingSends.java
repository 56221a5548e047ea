package io.waybot.db.dispatch;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * One narrow row for each send that is PENDING. Such a send is changed only by whoever holds its
 * row here, so nobody locks the ledger's wide rows; who waits for rows waits in the order of their
 * ids, and one that is gone when the waiting ends is a send that went.
 */
final class WaitingSends {
  static final String TABLE = "waiting_send";
  static final List<String> COLUMNS =
      List.of("id", "scope_run_id", "step", "channel", "rehearsal", "not_before");

  /** Rows looked at beyond those wanted, as others may hold the first ones. */
  private static final int OTHERS = 16;

  private static final String DUE =
      "select id from waiting_send where channel = ? and rehearsal = ? and not_before <= ? order by"
          + " channel, rehearsal, not_before limit ?";

  private final JdbcTemplate sql;

  WaitingSends(JdbcTemplate sql) {
    this.sql = sql;
  }

  /** Holds what is due and nobody else holds. */
  List<UUID> due(String channel, boolean rehearsal, Instant at, int limit) {
    var now = Timestamp.from(at);
    return SqlArrays.postgres(sql)
        ? sql.queryForList(
            DUE + " for update skip locked", UUID.class, channel, rehearsal, now, limit)
        : lookedFor(channel, rehearsal, now, limit);
  }

  /**
   * Looked for first and locked then, because H2 locks, and so writes, every row that a locking
   * query with a limit passes.
   */
  private List<UUID> lookedFor(String channel, boolean rehearsal, Timestamp now, int limit) {
    var due = sql.queryForList(DUE, UUID.class, channel, rehearsal, now, limit + OTHERS);
    return due.isEmpty()
        ? List.of()
        : sql.queryForList(
            "select id from waiting_send where id = any(?) and not_before <= ? order by not_before"
                + " limit ? for update skip locked",
            UUID.class,
            SqlArrays.uuids(due),
            now,
            limit);
  }

  /** Waits for these rows and holds those that are still there. */
  List<UUID> hold(Collection<UUID> ids) {
    return ids.isEmpty() ? List.of() : holdThose("id = any(?)", SqlArrays.uuids(ids));
  }

  /** The same for the rows that a condition on them is true of. */
  List<UUID> holdThose(String condition, Object... parameters) {
    return sql.queryForList(
        "select id from waiting_send where " + condition + " order by id for update",
        UUID.class,
        parameters);
  }

  /** The caller, who holds them, has made the sends something else than PENDING. */
  void leave(Collection<UUID> ids) {
    sql.update("delete from waiting_send where id = any(?)", SqlArrays.uuids(ids));
  }

  void move(Collection<UUID> ids, Instant notBefore) {
    sql.update(
        "update waiting_send set not_before = ? where id = any(?)",
        Timestamp.from(notBefore),
        SqlArrays.uuids(ids));
  }

  /** Sends that were on their way are PENDING again. */
  void comeBack(Collection<UUID> ids, Instant notBefore) {
    sql.update(
        "insert into waiting_send (id, scope_run_id, step, channel, rehearsal, not_before) select"
            + " id, scope_run_id, step, channel, rehearsal, cast(? as timestamp with time zone)"
            + " from dispatch where id = any(?) and state = 'PENDING'",
        Timestamp.from(notBefore),
        SqlArrays.uuids(ids));
  }
}
