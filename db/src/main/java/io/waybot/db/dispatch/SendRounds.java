package io.waybot.db.dispatch;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Which sends are on their way under whose lease: a row for each block that a round of marks has
 * sends of, from the commit that marks them until the last of them is settled. Every send that is
 * SENDING is in exactly one round. Rounds are locked before pages and those before the ledger's
 * rows.
 */
final class SendRounds {
  private static final String INSERT =
      "insert into send_round (owner, scope_run_id, step, channel, rehearsal, inherited,"
          + " lease_until, ids) ";
  private static final String PARTS =
      "select owner, scope_run_id, step, inherited, ids from send_round where ";

  private final JdbcTemplate sql;

  SendRounds(JdbcTemplate sql) {
    this.sql = sql;
  }

  /**
   * A round's sends of one block.
   *
   * @param inherited taken over from a sender that may be alive after all
   */
  record Part(String owner, UUID scopeRunId, String step, boolean inherited, List<UUID> ids) {}

  private record Block(UUID scopeRunId, String step, String channel) {}

  /** Sends are on their way that the caller has taken off their pages: rehearsed ones or real. */
  void begin(Lease lease, boolean rehearsal, Collection<DueSend> sends) {
    var blocks =
        sends.stream()
            .collect(
                Collectors.groupingBy(
                    s -> new Block(s.scopeRunId(), s.step(), s.channel()),
                    Collectors.mapping(DueSend::id, Collectors.toList())));
    blocks.forEach((block, ids) ->
        sql.update(
            INSERT + "values (?, ?, ?, ?, ?, false, ?, ?)",
            lease.owner(),
            block.scopeRunId(),
            block.step(),
            block.channel(),
            rehearsal,
            Timestamp.from(lease.until()),
            SqlArrays.uuids(ids)));
  }

  /** Sends on their way are somebody else's now; the caller holds the parts they were in. */
  void inherit(Lease lease, Collection<UUID> ids) {
    if (!ids.isEmpty()) {
      sql.update(
          INSERT
              + "select cast(? as varchar), scope_run_id, step, channel, rehearsal, true,"
              + " cast(? as timestamp with time zone), array_agg(id) from dispatch where id ="
              + " any(?) group by scope_run_id, step, channel, rehearsal",
          lease.owner(),
          Timestamp.from(lease.until()),
          SqlArrays.uuids(ids));
    }
  }

  /** Holds the parts of a lease's round; none when all of it was taken over. */
  List<Part> hold(Lease lease) {
    return sql.query(
        PARTS + "owner = ? order by scope_run_id, step for update",
        SendRounds::part,
        lease.owner());
  }

  /** Holds parts of rounds whose lease is over. */
  List<Part> abandoned(String channel, boolean rehearsal, int limit) {
    return sql.query(
        PARTS
            + "channel = ? and rehearsal = ? and lease_until < current_timestamp order by"
            + " lease_until limit ? for update skip locked",
        SendRounds::part,
        channel,
        rehearsal,
        limit);
  }

  /** What of a part that the caller holds is still on its way under its lease. */
  void keep(Part part, Collection<UUID> rest) {
    var key = new Object[] {part.owner(), part.scopeRunId(), part.step()};
    if (rest.isEmpty()) {
      sql.update("delete from send_round where owner = ? and scope_run_id = ? and step = ?", key);
    } else if (rest.size() < part.ids().size()) {
      sql.update(
          "update send_round set ids = ? where owner = ? and scope_run_id = ? and step = ?",
          SqlArrays.uuids(rest),
          part.owner(),
          part.scopeRunId(),
          part.step());
    }
  }

  private static Part part(ResultSet row, int i) throws SQLException {
    return new Part(
        row.getString(1),
        row.getObject(2, UUID.class),
        row.getString(3),
        row.getBoolean(4),
        SqlArrays.uuids(row.getArray(5)));
  }
}
