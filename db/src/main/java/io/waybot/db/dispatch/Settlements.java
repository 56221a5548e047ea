package io.waybot.db.dispatch;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
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
  private static final String TAKEN =
      "update dispatch set state = 'SENT', provider_id = %s, cost_yuan = %s, sent_at ="
          + " coalesce(sent_at, ?), error = null, rule = null, uncertain = false%s where id = %s"
          + " and (state in ('SENDING', 'SENT', 'UNKNOWN') or (state = 'PENDING' and uncertain))";
  private final JdbcTemplate writes;
  private final Clock clock;
  private final WaitingPages waiting;
  private final SendRounds rounds;
  private final Proofs proofs;
  private final Unsent unsent;

  public Settlements(JdbcTemplate writes, Clock clock) {
    this.writes = writes;
    this.clock = clock;
    this.waiting = new WaitingPages(writes);
    this.rounds = new SendRounds(writes);
    this.proofs = new Proofs(writes);
    this.unsent = new Unsent(writes);
  }

  @Transactional
  public void write(Lease lease, Collection<? extends Settlement> settled) {
    if (settled.isEmpty()) {
      return;
    }
    var round = rounds.hold(lease);
    var ours =
        round.stream().flatMap(part -> part.ids().stream()).collect(Collectors.toUnmodifiableSet());
    var contested = contested(round, settled);
    if (!contested.isEmpty()) {
      waiting.hold(contested);
      RowLocks.take(writes, contested);
    }
    taken(
        settled.stream()
            .filter(Settlement.Taken.class::isInstance)
            .map(Settlement.Taken.class::cast)
            .toList());
    proofs.settled(contested);
    unsent.write(
        settled.stream()
            .filter(s -> !(s instanceof Settlement.Taken))
            .filter(s -> ours.contains(s.send().id()))
            .toList());
    leave(round, settled);
  }

  /**
   * Rows that somebody else may settle at this moment: those that were taken over, from us or by
   * us. All others are ours alone, and need no lock, for as long as the round is there.
   */
  private static List<UUID> contested(
      List<SendRounds.Part> round, Collection<? extends Settlement> settled) {
    var alone =
        round.stream()
            .filter(part -> !part.inherited())
            .flatMap(part -> part.ids().stream())
            .collect(Collectors.toUnmodifiableSet());
    return settled.stream().map(s -> s.send().id()).filter(id -> !alone.contains(id)).toList();
  }

  /** What the provider is asked about later stays in the round until its lease is over. */
  private void leave(List<SendRounds.Part> round, Collection<? extends Settlement> settled) {
    var done =
        settled.stream()
            .filter(s -> !(s instanceof Settlement.Ask))
            .map(s -> s.send().id())
            .collect(Collectors.toUnmodifiableSet());
    for (var part : round) {
      rounds.keep(part, part.ids().stream().filter(id -> !done.contains(id)).toList());
    }
  }

  /** An acceptance is true whoever holds the lease by now. */
  private void taken(List<Settlement.Taken> taken) {
    if (taken.isEmpty()) {
      return;
    }
    var now = Timestamp.from(clock.instant());
    if (SqlArrays.postgres(writes)) {
      var ids = SqlArrays.uuids(taken.stream().map(t -> t.send().id()).toList());
      writes.update(
          TAKEN.formatted(
              "taken.p",
              "taken.c",
              " from unnest(cast(? as uuid array), cast(? as varchar array), cast(? as numeric(12,"
                  + " 4) array)) as taken(i, p, c)",
              "any(?) and id = taken.i"), // by the array alone it would read all rows
          now,
          ids,
          SqlArrays.textsOrNull(taken.stream().map(Settlement.Taken::providerId).toList()),
          SqlArrays.numbers(taken.stream().map(Settlement.Taken::costYuan).toList()),
          ids);
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
}
