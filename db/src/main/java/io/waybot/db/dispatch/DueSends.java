package io.waybot.db.dispatch;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Rows of the {@link DispatchLedger} that are due: taken, and then on their way, withheld or moved,
 * in the taker's transaction; and taken over from a sender that is gone.
 */
@Component
public class DueSends {
  private static final int AT_ONCE = 10_000;

  private final JdbcTemplate writes;
  private final WaitingPages waiting;
  private final SendRounds rounds;
  private final Withholding withholding;
  private final Proofs proofs;
  private final DueSendReader reader;
  private final Clock clock;

  public DueSends(JdbcTemplate writes, Clock clock) {
    this.writes = writes;
    this.waiting = new WaitingPages(writes);
    this.rounds = new SendRounds(writes);
    this.withholding = new Withholding(writes);
    this.proofs = new Proofs(writes);
    this.reader = new DueSendReader(writes);
    this.clock = clock;
  }

  /** A lease of this length from now. */
  public Lease lease(Duration length) {
    return new Lease(UUID.randomUUID().toString(), databaseTime().plus(length));
  }

  private Instant databaseTime() {
    return Objects.requireNonNull(
            writes.queryForObject("select current_timestamp", Timestamp.class))
        .toInstant();
  }

  /**
   * Takes at most {@code limit} rows that are due, in customer order, in the caller's transaction,
   * which must mark, withhold or {@link #move} each of them; those that somebody else is taking are
   * left for later.
   */
  public List<DueSend> take(String channel, boolean rehearsal, int limit) {
    var ids = waiting.take(channel, rehearsal, clock.instant(), limit);
    return reader.those(ids);
  }

  /**
   * Takes over rows whose sender is gone: on their way when its lease ended. Answers them in
   * customer order; what a receipt proves, and what was only rehearsed, needs nobody.
   */
  @Transactional
  public List<DueSend> orphans(Lease lease, String channel, int limit) {
    proofs.late(channel);
    rounds.abandoned(channel, true, limit).forEach(this::rehearseAgain);
    var parts = rounds.abandoned(channel, false, limit);
    var ids = new ArrayList<UUID>();
    for (var part : parts) {
      int many = Math.min(part.ids().size(), limit - ids.size());
      ids.addAll(part.ids().subList(0, many));
      rounds.keep(part, part.ids().subList(many, part.ids().size()));
    }
    if (ids.isEmpty()) {
      return List.of();
    }
    RowLocks.take(writes, ids);
    proofs.ofAbandoned(ids);
    var open =
        writes.queryForList(
            "select id from dispatch where id = any(?) and state = 'SENDING'",
            UUID.class,
            SqlArrays.uuids(ids));
    rounds.inherit(lease, open);
    return reader.those(open);
  }

  private void rehearseAgain(SendRounds.Part part) {
    writes.update(
        "update dispatch set state = 'PENDING' where id = any(?) and state = 'SENDING'",
        SqlArrays.uuids(part.ids()));
    waiting.put(part.ids(), clock.instant());
    rounds.keep(part, List.of());
  }

  /** Commits that these rows, which were taken, may be on their way from now on. */
  public void sending(Lease lease, Collection<DueSend> sends, LocalDate on) {
    if (!sends.isEmpty()) {
      rounds.begin(lease, false, sends);
      writes.update(
          "update dispatch set state = 'SENDING', attempts = attempts + 1, marked_on = ?, rule ="
              + " null where id = any(?) and state = 'PENDING'",
          on,
          SqlArrays.uuids(ids(sends)));
    }
  }

  /** The same for a rehearsal's rows: they count on no day. */
  public void sendingRehearsed(Lease lease, Collection<DueSend> sends) {
    if (!sends.isEmpty()) {
      rounds.begin(lease, true, sends);
      writes.update(
          "update dispatch set state = 'SENDING', attempts = attempts + 1 where id = any(?) and"
              + " state = 'PENDING' and rehearsal",
          SqlArrays.uuids(ids(sends)));
    }
  }

  private static List<UUID> ids(Collection<DueSend> sends) {
    return sends.stream().map(DueSend::id).toList();
  }

  /** Rows that were taken are due as before: somebody else holds their customers. */
  public void putBack(Collection<DueSend> sends) {
    if (!sends.isEmpty()) {
      waiting.put(ids(sends), clock.instant());
    }
  }

  /**
   * A rule keeps rows that were taken from being sent. One whose earlier call may have arrived
   * becomes UNKNOWN.
   */
  public void withhold(Collection<UUID> ids, SendRule rule) {
    withholding.because(rule, List.copyOf(ids));
  }

  /**
   * Rows that were taken wait until {@code notBefore}.
   *
   * @param rule why; null when it is merely not their turn
   */
  public void move(Collection<UUID> ids, Instant notBefore, @Nullable SendRule rule) {
    if (!ids.isEmpty()) {
      waiting.put(ids, notBefore);
      writes.update(
          "update dispatch set rule = ? where id = any(?) and state = 'PENDING'",
          rule == null ? null : rule.name(),
          SqlArrays.uuids(ids));
    }
  }

  /** Some of what is due on a channel waits until its hours begin; answers how many. */
  @Transactional
  public int moveDue(String channel, Instant notBefore) {
    var due = waiting.take(channel, false, clock.instant(), AT_ONCE);
    move(due, notBefore, SendRule.QUIET_HOURS);
    return due.size();
  }
}
