package io.waybot.db.dispatch;

import io.waybot.db.imports.BulkInsert;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
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
          "send_by",
          "attempts",
          "cost_yuan",
          "created_at",
          "rehearsal");

  private final JdbcClient sql;
  private final JdbcTemplate writes;
  private final BulkInsert bulk;
  private final Contacts contacts;
  private final WaitingPages waiting;
  private final Withholding withholding;
  private final Clock clock;

  public DispatchLedger(JdbcClient sql, JdbcTemplate writes, Clock clock) {
    this.sql = sql;
    this.writes = writes;
    this.bulk = new BulkInsert(writes);
    this.contacts = new Contacts(writes, clock);
    this.waiting = new WaitingPages(writes);
    this.withholding = new Withholding(writes);
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
    var block = new DispatchKey.Block(step.scopeRunId(), step.step(), step.channel());
    var fresh =
        sends.stream()
            .filter(send -> !there.contains(send.customer()))
            .map(send -> new Fresh(send, block.key(send.customer())))
            .toList();
    bulk.into("dispatch", ADDED, () -> fresh.stream().map(f -> f.row(step, now)).iterator());
    fresh.stream()
        .collect(
            Collectors.groupingBy(
                f -> f.turn(now),
                LinkedHashMap::new,
                Collectors.mapping(Fresh::waiting, Collectors.toList())))
        .forEach((turn, waits) -> waiting.add(step, turn, waits));
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

  /** A row that is not there yet, as the ledger and those who wait for it see it. */
  private record Fresh(NewDispatch send, DispatchKey key) {

    @Nullable Object[] row(DispatchStep step, Instant now) {
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
        step.sendBy(),
        0,
        0,
        now,
        step.rehearsal()
      };
    }

    Instant turn(Instant now) {
      return send.notBefore() == null ? now : send.notBefore();
    }

    WaitingPages.Waiting waiting() {
      return new WaitingPages.Waiting(key.id(), send.customer());
    }
  }

  /** Pending rows of a run are not sent any more; rows on their way are not touched. */
  @Transactional
  public int cancel(UUID runId) {
    return withholding.because(
        SendRule.CANCELLED,
        waiting.takeOff(
            "scope_run_id = (select scope_run_id from run where id = ?)",
            List.of(runId),
            "run_id = ?",
            runId));
  }

  /**
   * Pending rows of one customer on a channel, or on all with {@code *}; one that moves to another
   * page at this moment is withheld when it is its turn.
   */
  @Transactional
  public int withholdCustomer(int customer, String channel) {
    var pending =
        writes.queryForList(
            "select id from dispatch where customer = ? and state = 'PENDING' and ? in ('*',"
                + " channel)",
            UUID.class,
            customer,
            channel);
    return withholding.because(SendRule.OPTED_OUT, waiting.takeOff(pending));
  }

  /**
   * What a step could not send by its deadline. A row held back by capacity or a stop keeps that
   * reason.
   */
  @Transactional
  public int expire(DispatchStep step, SendRule rule) {
    return withholding.unlessHeldBack(
        rule,
        waiting.takeOff(
            "scope_run_id = ? and step = ? and channel = ?",
            List.of(step.scopeRunId(), step.step(), step.channel()),
            "send_by <= ?",
            Timestamp.from(clock.instant())));
  }

  /**
   * Whether every row of the step is terminal. One statement, so that a row which is marked or
   * comes back at this moment is seen where it was or where it is.
   */
  public boolean settled(DispatchStep step) {
    var under = " where scope_run_id = :run and step = :step and channel = :channel)";
    return sql.sql(
            "select not exists (select 1 from waiting_page"
                + under
                + " and not exists (select 1 from send_round"
                + under)
        .param("run", step.scopeRunId())
        .param("step", step.step())
        .param("channel", step.channel())
        .query(Boolean.class)
        .single();
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

  /** The customers of a step by the state of their row; states without any are absent. */
  public Map<DispatchState, RoaringBitmap> customers(DispatchStep step) {
    var customers = new EnumMap<DispatchState, RoaringBitmap>(DispatchState.class);
    writes.query(
        "select state, customer from dispatch where scope_run_id = ? and step = ? and channel = ?",
        row -> {
          customers
              .computeIfAbsent(
                  DispatchState.valueOf(row.getString(1)), state -> new RoaringBitmap())
              .add(row.getInt(2));
        },
        step.scopeRunId(),
        step.step(),
        step.channel());
    return customers;
  }

  /** Whether a call to this customer may be under way on this channel ({@code *}: on any). */
  public boolean inFlight(int customer, String channel) {
    return sql.sql(
                "select count(*) from dispatch d join send_round r on r.scope_run_id ="
                    + " d.scope_run_id and r.step = d.step and r.channel = d.channel where"
                    + " d.customer = ? and d.state = 'SENDING' and d.rehearsal = false and ? in"
                    + " ('*', d.channel) and r.lease_until > current_timestamp and d.id ="
                    + " any(r.ids)")
            .params(customer, channel)
            .query(Integer.class)
            .single()
        > 0;
  }

  /** Since when the send waits that was due first on the channel; empty when nothing is due. */
  public Optional<Instant> oldestDue(String channel) {
    return sql.sql(
            "select not_before from waiting_page where channel = ? and rehearsal = false and"
                + " not_before <= ? order by channel, rehearsal, not_before limit 1")
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
