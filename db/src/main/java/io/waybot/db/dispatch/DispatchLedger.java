package io.waybot.db.dispatch;

import io.waybot.db.imports.BulkInsert;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The ledger that makes a send happen exactly once: one row per (scope run, element and pass,
 * customer, channel), whatever is delivered twice or killed. Every change of state names the state
 * it comes from.
 */
@Component
public class DispatchLedger {
  private static final List<String> ADDED =
      List.of(
          "id",
          "scope_run_id",
          "step",
          "customer",
          "channel",
          "run_id",
          "idempotency_key",
          "content_code",
          "content_version",
          "product_code",
          "language",
          "state",
          "not_before",
          "send_by",
          "attempts",
          "cost_yuan",
          "created_at",
          "rehearsal");

  /** Rows looked at beyond those wanted, as others may hold the first ones. */
  private static final int OTHERS = 16;

  private final JdbcClient sql;
  private final JdbcTemplate writes;
  private final BulkInsert bulk;
  private final Contacts contacts;
  private final Proofs proofs;
  private final Clock clock;

  public DispatchLedger(JdbcClient sql, JdbcTemplate writes, Clock clock) {
    this.sql = sql;
    this.writes = writes;
    this.bulk = new BulkInsert(writes);
    this.contacts = new Contacts(writes, clock);
    this.proofs = new Proofs(writes);
    this.clock = clock;
  }

  /**
   * Adds rows as PENDING; rows that are there stay as they are. Whoever adds to the same block at
   * the same time waits for the first.
   *
   * @throws org.springframework.dao.DuplicateKeyException if another block of the same scope run
   *     adds the same rows at this moment; asked again it finds them
   */
  @Transactional
  public void add(DispatchStep step, Collection<NewDispatch> sends) {
    if (sends.isEmpty()) {
      return;
    }
    writes.queryForList(
        "select step_id from dispatch_step where step_id = ? for update",
        UUID.class,
        step.stepId());
    contacts.know(sends.stream().map(NewDispatch::customer).toList());
    var there = there(step, sends);
    var now = clock.instant();
    bulk.into(
        "dispatch",
        ADDED,
        () ->
            sends.stream()
                .filter(send -> !there.contains(send.customer()))
                .map(send -> row(step, send, now))
                .iterator());
  }

  private RoaringBitmap there(DispatchStep step, Collection<NewDispatch> sends) {
    var range = sends.stream().mapToInt(NewDispatch::customer).summaryStatistics();
    var there = new RoaringBitmap();
    writes.query(
        "select customer from dispatch where scope_run_id = ? and step = ? and customer between ?"
            + " and ? and channel = ?",
        row -> {
          there.add(row.getInt(1));
        },
        step.scopeRunId(),
        step.step(),
        range.getMin(),
        range.getMax(),
        step.channel());
    return there;
  }

  private static @Nullable Object[] row(DispatchStep step, NewDispatch send, Instant now) {
    var key = new DispatchKey(step.scopeRunId(), step.step(), send.customer(), step.channel());
    return new @Nullable Object[] {
      key.id(),
      step.scopeRunId(),
      step.step(),
      send.customer(),
      step.channel(),
      step.runId(),
      key.opaque(),
      send.contentCode(),
      send.contentVersion(),
      send.productCode(),
      send.language(),
      DispatchState.PENDING.name(),
      send.notBefore() == null ? now : send.notBefore(),
      step.sendBy(),
      0,
      0,
      now,
      step.rehearsal()
    };
  }

  /** A lease of this length from now. */
  public Lease lease(Duration length) {
    return new Lease(UUID.randomUUID().toString(), databaseTime().plus(length));
  }

  private Instant databaseTime() {
    return sql.sql("select current_timestamp").query(Timestamp.class).single().toInstant();
  }

  /**
   * Takes at most {@code limit} rows that are due, in customer order, for the caller's transaction;
   * rows that another transaction holds are left for later. Looked for first and locked then,
   * because H2 locks, and so writes, every row that a locking query with a limit passes.
   */
  public List<DueSend> takeDue(String channel, boolean rehearsal, int limit) {
    var due =
        writes.queryForList(
            "select id from dispatch where state = 'PENDING' and channel = ? and rehearsal = ? and"
                + " not_before <= ? order by state, channel, rehearsal, not_before limit ?",
            UUID.class,
            channel,
            rehearsal,
            Timestamp.from(clock.instant()),
            limit + OTHERS);
    if (due.isEmpty()) {
      return List.of();
    }
    var ids =
        writes.queryForList(
            "select id from dispatch where id = any(?) and state = 'PENDING' order by not_before"
                + " limit ? for update skip locked",
            UUID.class,
            SqlArrays.uuids(due),
            limit);
    return ids.isEmpty() ? List.of() : those(ids);
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
                + " current_timestamp limit ? for update skip locked",
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
    return those(ids);
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
        DispatchLedger::due,
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

  /** Pending rows of a run are not sent any more; rows on their way are not touched. */
  public int cancel(UUID runId) {
    return withholdPending(
        "scope_run_id = (select scope_run_id from run where id = ?) and run_id = ?",
        SendRule.CANCELLED,
        runId,
        runId);
  }

  /** Pending rows of one customer on a channel, or on all with {@code *}. */
  public int withholdCustomer(int customer, String channel) {
    return channel.equals("*")
        ? withholdPending("customer = ?", SendRule.OPTED_OUT, customer)
        : withholdPending("customer = ? and channel = ?", SendRule.OPTED_OUT, customer, channel);
  }

  private int withholdPending(String condition, SendRule rule, Object... parameters) {
    var all = new Object[parameters.length + 1];
    all[0] = rule.name();
    System.arraycopy(parameters, 0, all, 1, parameters.length);
    return writes.update(
        "update dispatch set state = case when uncertain then 'UNKNOWN' else 'WITHHELD' end, rule ="
            + " ? where state = 'PENDING' and "
            + condition,
        all);
  }

  /**
   * What a step could not send by its deadline. A row held back by capacity or a stop keeps that
   * reason.
   */
  public int expire(DispatchStep step, SendRule rule) {
    return writes.update(
        "update dispatch set state = case when uncertain then 'UNKNOWN' else 'WITHHELD' end, rule ="
            + " case when rule in ('CAPACITY', 'STOPPED') then rule else ? end where scope_run_id ="
            + " ? and step = ? and channel = ? and state = 'PENDING' and send_by <= ?",
        rule.name(),
        step.scopeRunId(),
        step.step(),
        step.channel(),
        Timestamp.from(clock.instant()));
  }

  /** Whether every row of the step is terminal. */
  public boolean settled(DispatchStep step) {
    return sql.sql(
            "select 1 from dispatch where scope_run_id = ? and step = ? and channel = ? and state"
                + " in ('PENDING','CLAIMED','SENDING') limit 1")
        .params(step.scopeRunId(), step.step(), step.channel())
        .query(Integer.class)
        .optional()
        .isEmpty();
  }

  /** What the step's channel refused or had no address for, to be sent another way. */
  public List<NewDispatch> failed(DispatchStep step) {
    return sql.sql(
            "select customer, content_code, content_version, product_code, language from dispatch"
                + " where scope_run_id = ? and step = ? and channel = ? and (state = 'REJECTED' or"
                + " state = 'WITHHELD' and rule = 'NO_ADDRESS') order by customer")
        .params(step.scopeRunId(), step.step(), step.channel())
        .query((row, i) ->
            new NewDispatch(
                row.getInt(1), row.getString(2), row.getInt(3), row.getString(4), row.getString(5)))
        .list();
  }

  /** Customers of a step whose row is in one of the states. */
  public RoaringBitmap customers(DispatchStep step, DispatchState state) {
    var customers = new RoaringBitmap();
    writes.query(
        "select customer from dispatch where scope_run_id = ? and step = ? and channel = ? and"
            + " state = ?",
        row -> {
          customers.add(row.getInt(1));
        },
        step.scopeRunId(),
        step.step(),
        step.channel(),
        state.name());
    return customers;
  }

  /** Whether a call to this customer may be under way on this channel ({@code *}: on any). */
  public boolean inFlight(int customer, String channel) {
    return sql.sql(
                "select count(*) from dispatch where customer = ? and state = 'SENDING' and"
                    + " lease_until > current_timestamp and rehearsal = false and (channel = ? or ?"
                    + " = '*')")
            .params(customer, channel, channel)
            .query(Integer.class)
            .single()
        > 0;
  }

  /** Since when the send waits that was due first on the channel; empty when nothing is due. */
  public Optional<Instant> oldestDue(String channel) {
    return sql.sql(
            "select not_before from dispatch where state = 'PENDING' and channel = ? and rehearsal"
                + " = false and not_before <= ? order by state, channel, rehearsal, not_before"
                + " limit 1")
        .params(channel, Timestamp.from(clock.instant()))
        .query(Timestamp.class)
        .optional()
        .map(Timestamp::toInstant);
  }

  /** Whose send it is, by the key that left the bank. */
  public Optional<Integer> customerOf(String idempotencyKey) {
    return sql.sql("select customer from dispatch where idempotency_key = ?")
        .param(idempotencyKey)
        .query(Integer.class)
        .optional();
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
