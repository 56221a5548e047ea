package io.waybot.db.dispatch;

import java.util.Collection;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Locks ledger rows in the order of their ids, after rounds and pages: for whoever changes rows
 * that are neither waiting nor alone in a round of its own.
 */
final class RowLocks {
  private RowLocks() {}

  /** Holds the rows until the caller's transaction ends. */
  static void take(JdbcTemplate sql, Collection<UUID> ids) {
    sql.query(
        "select id from dispatch where id = any(?) order by id for update",
        row -> {},
        SqlArrays.uuids(ids));
  }
}
