package io.waybot.db.dispatch;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;

/** The sends that are UNKNOWN: those of which a receipt that comes later is looked for. */
final class Doubts {
  private final JdbcTemplate sql;

  Doubts(JdbcTemplate sql) {
    this.sql = sql;
  }

  /** Remembers those of the sends that have become UNKNOWN just now. */
  void note(Collection<UUID> ids) {
    sql.update(
        "insert into doubtful_send (id, channel) select id, channel from dispatch where id ="
            + " any(?) and state = 'UNKNOWN'",
        SqlArrays.uuids(ids));
  }

  /** The sends are UNKNOWN no more. */
  void forget(Collection<UUID> ids) {
    sql.update("delete from doubtful_send where id = any(?)", SqlArrays.uuids(ids));
  }

  /** Those of a channel about which a receipt has come that proves delivery. */
  List<UUID> proven(String channel) {
    return sql.queryForList(
        "select s.id from doubtful_send s where s.channel = ? and exists (select 1"
            + Proofs.receiptsOf("s.id")
            + ")",
        UUID.class,
        channel);
  }
}
