package io.waybot.db.dispatch;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Ends sends that waited: WITHHELD, or UNKNOWN where an earlier call may have arrived. The caller
 * has taken them off their pages.
 */
final class Withholding {
  private static final int AT_ONCE = 10_000;
  private static final String END =
      "update dispatch set state = case when uncertain then 'UNKNOWN' else 'WITHHELD' end, rule ="
          + " %s where id = any(?) and state = 'PENDING'";

  private final JdbcTemplate sql;
  private final Doubts doubts;

  Withholding(JdbcTemplate sql) {
    this.sql = sql;
    this.doubts = new Doubts(sql);
  }

  /** Answers how many. */
  int because(SendRule rule, List<UUID> sends) {
    return end(END.formatted("?"), rule, sends);
  }

  /** The same, but a send that capacity or a stop held back keeps that reason. */
  int unlessHeldBack(SendRule rule, List<UUID> sends) {
    return end(
        END.formatted("case when rule in ('CAPACITY', 'STOPPED') then rule else ? end"),
        rule,
        sends);
  }

  private int end(String update, SendRule rule, List<UUID> sends) {
    int ended = 0;
    for (int from = 0; from < sends.size(); from += AT_ONCE) {
      var ids = sends.subList(from, Math.min(sends.size(), from + AT_ONCE));
      ended += sql.update(update, rule.name(), SqlArrays.uuids(ids));
      doubts.note(ids);
    }
    return ended;
  }
}
