package io.waybot.db.dispatch;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes down what became of sends. A send that did not happen gives back what its mark took: the
 * contact and the channel's capacity. A receipt may have proved delivery in the meantime; then the
 * row stays SENT.
 */
@Component
public class Settlements {
  private static final int BATCH = 500;
  private static final int LONGEST_ERROR = 400;
  private static final String TAKEN =
      "update dispatch set state = 'SENT', provider_id = %s, cost_yuan = %s, sent_at ="
          + " coalesce(sent_at, ?), error = null, rule = null, uncertain = false, lease_owner ="
          + " null, lease_until = null%s where id = %s and (state in ('SENDING', 'SENT', 'UNKNOWN')"
          + " or (state = 'PENDING' and uncertain))";
  private static final String FROM_SENDING =
      " where id = ? and state = 'SENDING' and lease_owner = ?";

  private final JdbcTemplate writes;
  private final Clock clock;

  public Settlements(JdbcTemplate writes, Clock clock) {
    this.writes = writes;
    this.clock = clock;
  }

  @Transactional
  public void write(Lease lease, Collection<? extends Settlement> settled) {
    if (settled.isEmpty()) {
      return;
    }
    RowLocks.take(writes, settled.stream().map(s -> s.send().id()).toList());
    taken(
        settled.stream()
            .filter(Settlement.Taken.class::isInstance)
            .map(Settlement.Taken.class::cast)
            .toList());
    for (var settlement : settled) {
      switch (settlement) {
        case Settlement.Taken t -> {}
        case Settlement.Refused r -> refused(lease, r);
        case Settlement.Again a -> again(lease, a);
        case Settlement.Repeat r -> repeat(lease, r);
        case Settlement.Ask a -> note(lease, a.send(), "update dispatch set error = ?", a.error());
        case Settlement.Unclear u ->
            note(lease, u.send(), "update dispatch set state = 'UNKNOWN', error = ?", u.error());
      }
    }
  }

  /** An acceptance is true whoever holds the lease by now. */
  private void taken(List<Settlement.Taken> taken) {
    if (taken.isEmpty()) {
      return;
    }
    var now = Timestamp.from(clock.instant());
    if (SqlArrays.postgres(writes)) {
      writes.update(
          TAKEN.formatted(
              "taken.p",
              "taken.c",
              " from unnest(cast(? as uuid array), cast(? as varchar array), cast(? as numeric(12,"
                  + " 4) array)) as taken(i, p, c)",
              "taken.i"),
          now,
          SqlArrays.uuids(taken.stream().map(t -> t.send().id()).toList()),
          SqlArrays.textsOrNull(taken.stream().map(Settlement.Taken::providerId).toList()),
          SqlArrays.numbers(taken.stream().map(Settlement.Taken::costYuan).toList()));
      return;
    }
    writes.batchUpdate(
        TAKEN.formatted("?", "?", "", "?"), // H2 joins arrays without an index
        taken,
        BATCH,
        (row, t) -> {
          row.setString(1, t.providerId());
          row.setBigDecimal(2, t.costYuan());
          row.setTimestamp(3, now);
          row.setObject(4, t.send().id());
        });
  }

  private void refused(Lease lease, Settlement.Refused refused) {
    int changed =
        writes.update(
            "update dispatch set state = 'REJECTED', error = ?" + FROM_SENDING,
            cut(refused.error()),
            refused.send().id(),
            lease.owner());
    if (changed == 1) {
      giveBack(refused.send());
    }
  }

  private void again(Lease lease, Settlement.Again again) {
    int changed =
        writes.update(
            "update dispatch set state = 'PENDING', not_before = ?, error = ?, attempts = attempts"
                + " - ?, marked_on = case when uncertain then marked_on else null end, lease_owner"
                + " = null, lease_until = null"
                + FROM_SENDING,
            Timestamp.from(again.notBefore()),
            again.error() == null ? null : cut(again.error()),
            again.error() == null ? 1 : 0,
            again.send().id(),
            lease.owner());
    if (changed == 1 && !again.send().uncertain()) {
      giveBack(again.send());
    }
  }

  private void repeat(Lease lease, Settlement.Repeat repeat) {
    writes.update(
        "update dispatch set state = 'PENDING', uncertain = true, doubts = doubts + 1, not_before ="
            + " ?, error = ?,"
            + " lease_owner = null, lease_until = null"
            + FROM_SENDING,
        Timestamp.from(repeat.notBefore()),
        cut(repeat.error()),
        repeat.send().id(),
        lease.owner());
  }

  private void note(Lease lease, DueSend send, String update, String error) {
    writes.update(update + FROM_SENDING, cut(error), send.id(), lease.owner());
  }

  /** The contact did not happen: neither the customer's cap nor the channel's day counts it. */
  private void giveBack(DueSend send) {
    writes.update("delete from contact_log where dispatch_id = ?", send.id());
    if (send.markedOn() != null) {
      writes.update(
          "update channel_day set used = used - 1 where channel = ? and on_date = ? and used > 0",
          send.channel(),
          send.markedOn());
    }
  }

  private static String cut(String error) {
    return error.length() > LONGEST_ERROR ? error.substring(0, LONGEST_ERROR) : error;
  }
}
