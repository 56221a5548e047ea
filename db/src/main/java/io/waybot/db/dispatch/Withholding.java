package io.waybot.db.dispatch;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Ends sends that wait: WITHHELD, or UNKNOWN where an earlier call may have arrived. The caller
 * holds their waiting rows.
 */
final class Withholding {
  private static final int AT_ONCE = 10_000;
  private static final String END =
      "update dispatch set state = case when uncertain then 'UNKNOWN' else 'WITHHELD' end, rule ="
          + " %s where id = any(?) and state = 'PENDING'";

  private final JdbcTemplate sql;
  private final WaitingSends waiting;
  private final Doubts doubts;

  Withholding(JdbcTemplate sql) {
    this.sql = sql;
    this.waiting = new WaitingSends(sql);
    this.doubts = new Doubts(sql);
  }

  /** Answers how many. */
  int because(SendRule rule, List<UUID> held) {
    return end(END.formatted("?"), rule, held);
  }

  /** The same, but a send that capacity or a stop held back keeps that reason. */
  int unlessHeldBack(SendRule rule, List<UUID> held) {
    return end(
        END.formatted("case when rule in ('CAPACITY', 'STOPPED') then rule else ? end"),
        rule,
        held);
  }

  private int end(String update, SendRule rule, List<UUID> held) {
    int ended = 0;
    for (int from = 0; from < held.size(); from += AT_ONCE) {
      var ids = held.subList(from, Math.min(held.size(), from + AT_ONCE));
      ended += sql.update(update, rule.name(), SqlArrays.uuids(ids));
      doubts.note(ids);
      waiting.leave(ids);
    }
    return ended;
  }
}
