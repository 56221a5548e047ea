package io.waybot.db.dispatch;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Rows of the {@link DispatchLedger} that are due: taken, and then on their way, withheld or moved,
 * in the taker's transaction; and taken over from a sender that is gone.
 */
@Component
public class DueSends {
  /** Rows looked at beyond those wanted, as others may hold the first ones. */
  private static final int OTHERS = 16;

  private static final String DUE =
      "select id from dispatch where state = 'PENDING' and channel = ? and rehearsal = ? and"
          + " not_before <= ? order by state, channel, rehearsal, not_before limit ?";

  private final JdbcTemplate writes;
  private final Proofs proofs;
  private final Clock clock;

  public DueSends(JdbcTemplate writes, Clock clock) {
    this.writes = writes;
    this.proofs = new Proofs(writes);
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
   * Takes at most {@code limit} rows that are due, in customer order, for the caller's transaction;
   * rows that another transaction holds are left for later.
   */
  public List<DueSend> take(String channel, boolean rehearsal, int limit) {
    var now = Timestamp.from(clock.instant());
    var ids =
        SqlArrays.postgres(writes)
            ? writes.queryForList(
                DUE + " for update skip locked", UUID.class, channel, rehearsal, now, limit)
            : lookedFor(channel, rehearsal, now, limit);
    return ids.isEmpty() ? List.of() : those(ids);
  }

  /**
   * Looked for first and locked then, because H2 locks, and so writes, every row that a locking
   * query with a limit passes.
   */
  private List<UUID> lookedFor(String channel, boolean rehearsal, Timestamp now, int limit) {
    var due = writes.queryForList(DUE, UUID.class, channel, rehearsal, now, limit + OTHERS);
    return due.isEmpty()
        ? List.of()
        : writes.queryForList(
            "select id from dispatch where id = any(?) and state = 'PENDING' and not_before <= ?"
                + " order by not_before limit ? for update skip locked",
            UUID.class,
            SqlArrays.uuids(due),
            now,
            limit);
  }

  /**
   * Takes over rows whose sender is gone: on their way when its lease ended. Answers them in
   * customer order; what a receipt proves, and what was only rehearsed, needs nobody.
   */
  public List<DueSend> orphans(Lease lease, String channel, int limit) {
    proofs.left(channel);
    release(channel, "state = 'CLAIMED'");
    release(channel, "state = 'SENDING' and rehearsal");
    var ids =
        writes.queryForList(
            "select id from dispatch where state = 'SENDING' and channel = ? and lease_until <"
                + " current_timestamp limit ?",
            UUID.class,
            channel,
            limit);
    if (ids.isEmpty()) {
      return List.of();
    }
    writes.update(
        "update dispatch set lease_owner = ?, lease_until = ? where id = any(?) and state ="
            + " 'SENDING' and lease_until < current_timestamp",
        lease.owner(),
        Timestamp.from(lease.until()),
        SqlArrays.uuids(ids));
    return those(
        writes.queryForList(
            "select id from dispatch where id = any(?) and lease_owner = ? and state = 'SENDING'",
            UUID.class,
            SqlArrays.uuids(ids),
            lease.owner()));
  }

  private void release(String channel, String condition) {
    writes.update(
        "update dispatch set state = 'PENDING', lease_owner = null, lease_until = null where "
            + condition
            + " and channel = ? and lease_until < current_timestamp",
        channel);
  }

  private List<DueSend> those(List<UUID> ids) {
    return writes.query(
        """
        select d.id, d.run_id, d.scope_run_id, r.journey_id, r.state as run_state, d.customer,
          c.customer_key, o.path, d.channel, d.idempotency_key, d.content_code, d.content_version,
          d.product_code, d.language, t.purpose, h.valid_until, p.risk_level, d.attempts, d.doubts, d.uncertain,
          d.marked_on, d.send_by
        from dispatch d
        join run r on r.id = d.run_id
        join customer c on c.number = d.customer
        left join org_unit o on o.code = c.org_code
        left join content t on t.code = d.content_code
        left join content_history h on h.content_code = d.content_code
          and h.version = d.content_version and h.language = d.language
        left join product p on p.code = d.product_code
        where d.id = any(?)
        order by d.customer, d.id
        """,
        DueSends::due,
        SqlArrays.uuids(ids));
  }

  /** Commits that these rows may be on their way from now on. */
  public void sending(Lease lease, Collection<UUID> ids, LocalDate on) {
    if (!ids.isEmpty()) {
      writes.update(
          "update dispatch set state = 'SENDING', attempts = attempts + 1, marked_on = ?, rule ="
              + " null, lease_owner = ?, lease_until = ? where id = any(?) and state = 'PENDING'",
          on,
          lease.owner(),
          Timestamp.from(lease.until()),
          SqlArrays.uuids(ids));
    }
  }

  /** The same for a rehearsal's rows: they count on no day. */
  public void sendingRehearsed(Lease lease, Collection<UUID> ids) {
    if (!ids.isEmpty()) {
      writes.update(
          "update dispatch set state = 'SENDING', attempts = attempts + 1, lease_owner = ?,"
              + " lease_until = ? where id = any(?) and state = 'PENDING' and rehearsal",
          lease.owner(),
          Timestamp.from(lease.until()),
          SqlArrays.uuids(ids));
    }
  }

  /** A rule keeps rows from being sent. One whose earlier call may have arrived becomes UNKNOWN. */
  public void withhold(Collection<UUID> ids, SendRule rule) {
    if (!ids.isEmpty()) {
      writes.update(
          "update dispatch set state = case when uncertain then 'UNKNOWN' else 'WITHHELD' end, rule"
              + " = ? where id = any(?) and state = 'PENDING'",
          rule.name(),
          SqlArrays.uuids(ids));
    }
  }

  /**
   * Rows wait until {@code notBefore}.
   *
   * @param rule why; null when it is merely not their turn
   */
  public void move(Collection<UUID> ids, Instant notBefore, @Nullable SendRule rule) {
    if (!ids.isEmpty()) {
      writes.update(
          "update dispatch set rule = ?, not_before = ? where id = any(?) and state = 'PENDING'",
          rule == null ? null : rule.name(),
          Timestamp.from(notBefore),
          SqlArrays.uuids(ids));
    }
  }

  /** What is due on a channel waits until its hours begin; answers how many. */
  public int moveDue(String channel, Instant notBefore) {
    return writes.update(
        "update dispatch set rule = 'QUIET_HOURS', not_before = ?"
            + " where state = 'PENDING' and channel = ? and rehearsal = false and not_before <= ?",
        Timestamp.from(notBefore),
        channel,
        Timestamp.from(clock.instant()));
  }

  private static DueSend due(ResultSet row, int i) throws SQLException {
    return new DueSend(
        row.getObject("id", UUID.class),
        row.getObject("run_id", UUID.class),
        row.getObject("scope_run_id", UUID.class),
        row.getObject("journey_id", UUID.class),
        row.getString("run_state"),
        row.getInt("customer"),
        row.getString("customer_key"),
        orElse(row.getString("path"), "/"),
        row.getString("channel"),
        row.getString("idempotency_key"),
        row.getString("content_code"),
        row.getInt("content_version"),
        row.getString("product_code"),
        row.getString("language"),
        orElse(row.getString("purpose"), "MARKETING"),
        row.getObject("valid_until", LocalDate.class),
        row.getObject("risk_level", Integer.class),
        row.getInt("attempts"),
        row.getInt("doubts"),
        row.getBoolean("uncertain"),
        row.getObject("marked_on", LocalDate.class),
        row.getTimestamp("send_by").toInstant());
  }

  private static String orElse(@Nullable String text, String otherwise) {
    return Optional.ofNullable(text).orElse(otherwise);
  }
}
