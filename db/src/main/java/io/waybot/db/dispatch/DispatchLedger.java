package io.waybot.db.dispatch;

import io.waybot.db.imports.BulkInsert;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
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
 * it comes from. How rows are sent is {@link DueSends}'s, what came of them {@link Settlements}'s.
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

  private final JdbcClient sql;
  private final JdbcTemplate writes;
  private final BulkInsert bulk;
  private final Contacts contacts;
  private final Clock clock;

  public DispatchLedger(JdbcClient sql, JdbcTemplate writes, Clock clock) {
    this.sql = sql;
    this.writes = writes;
    this.bulk = new BulkInsert(writes);
    this.contacts = new Contacts(writes, clock);
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
    return DispatchKey.idOf(idempotencyKey)
        .flatMap(id ->
            sql.sql("select customer from dispatch where id = ? and idempotency_key = ?")
                .params(id, idempotencyKey)
                .query(Integer.class)
                .optional());
  }
}
