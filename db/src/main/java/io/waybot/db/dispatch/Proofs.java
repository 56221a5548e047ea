package io.waybot.db.dispatch;

import java.util.Arrays;
import java.util.Collection;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Makes rows SENT that nobody could tell about, where a receipt proves that the customer has the
 * message. A row whose call is under way is left to its caller.
 */
final class Proofs {
  private static final String PROVING =
      Arrays.stream(Receipts.Type.values())
          .filter(Receipts.Type::provesDelivery)
          .map(type -> "'" + type + "'")
          .collect(Collectors.joining(", ", "(", ")"));
  private static final String PROVE =
      "update dispatch set state = 'SENT', sent_at = coalesce(sent_at, (select min(p.at)"
          + receiptsOf("dispatch.id")
          + ")), uncertain = false, rule = null, cost_yuan = case when cost_yuan = 0 then"
          + " coalesce((select c.cost_yuan from channel c where c.code = dispatch.channel), 0) else"
          + " cost_yuan end where exists (select 1"
          + receiptsOf("dispatch.id")
          + ") and id = any(?) and ";

  private final JdbcTemplate sql;
  private final WaitingPages waiting;
  private final Doubts doubts;

  Proofs(JdbcTemplate sql) {
    this.sql = sql;
    this.waiting = new WaitingPages(sql);
    this.doubts = new Doubts(sql);
  }

  /** The part of a query that finds what proves the delivery of one send. */
  static String receiptsOf(String id) {
    return " from receipt p where p.dispatch_id = " + id + " and p.type in " + PROVING;
  }

  /** Of these rows, whose locks and pages the caller holds. */
  void of(Collection<UUID> ids) {
    prove(ids, "(state = 'UNKNOWN' or (state = 'PENDING' and uncertain))");
  }

  /** Of rows on their way whose caller is gone: the caller holds their round and their locks. */
  void ofAbandoned(Collection<UUID> ids) {
    prove(ids, "state = 'SENDING'");
  }

  /** Of all rows of a channel that are UNKNOWN: whose receipt came while that was written. */
  void late(String channel) {
    var ids = doubts.proven(channel);
    if (!ids.isEmpty()) {
      RowLocks.take(sql, ids);
      of(ids);
    }
  }

  private void prove(Collection<UUID> ids, String condition) {
    if (!ids.isEmpty() && sql.update(PROVE + condition, SqlArrays.uuids(ids)) > 0) {
      settled(ids);
    }
  }

  /** Those of the rows that are SENT now wait no more and are in no doubt. */
  void settled(Collection<UUID> ids) {
    if (ids.isEmpty()) {
      return;
    }
    var sent =
        sql.queryForList(
            "select id from dispatch where id = any(?) and state = 'SENT'",
            UUID.class,
            SqlArrays.uuids(ids));
    waiting.takeOff(sent);
    doubts.forget(sent);
  }
}
