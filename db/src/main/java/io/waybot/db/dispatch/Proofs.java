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
  private static final String RECEIPTS =
      " from receipt p where p.dispatch_id = dispatch.id and p.type in " + PROVING;
  private static final String PROVE =
      "update dispatch set state = 'SENT', sent_at = coalesce(sent_at, (select min(p.at)"
          + RECEIPTS
          + ")), uncertain = false, rule = null, lease_owner = null, lease_until = null, cost_yuan"
          + " = case when cost_yuan = 0 then coalesce((select c.cost_yuan from channel c where"
          + " c.code = dispatch.channel), 0) else cost_yuan end where exists (select 1"
          + RECEIPTS
          + ")";
  private static final String ABANDONED =
      "state = 'SENDING' and (lease_until is null or lease_until < current_timestamp)";

  private final JdbcTemplate sql;

  Proofs(JdbcTemplate sql) {
    this.sql = sql;
  }

  /** Of these rows, whose locks the caller holds. */
  void of(Collection<UUID> ids) {
    if (!ids.isEmpty()) {
      sql.update(
          PROVE
              + " and id = any(?) and (state = 'UNKNOWN' or (state = 'PENDING' and uncertain) or ("
              + ABANDONED
              + "))",
          SqlArrays.uuids(ids));
    }
  }

  /**
   * Of all rows of a channel: those whose receipt came while the row was being written, and those
   * whose caller is gone.
   */
  void left(String channel) {
    sql.update(PROVE + " and state = 'UNKNOWN' and channel = ?", channel);
    sql.update(PROVE + " and " + ABANDONED + " and channel = ?", channel);
  }
}
