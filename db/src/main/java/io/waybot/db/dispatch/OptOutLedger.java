package io.waybot.db.dispatch;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Who wants no more messages on which channel. Recorded under the lock that every mark of a send
 * takes, so a mark comes wholly before or wholly after; what waits is withheld at once.
 */
@Component
public class OptOutLedger {
  private static final Duration LOOK_AGAIN = Duration.ofMillis(20);

  /** An opt-out, {@code channel} {@code *} for all. */
  public record OptOut(
      UUID id,
      int customer,
      String channel,
      Instant at,
      String source,
      @Nullable Instant liftedAt) {}

  private final JdbcClient sql;
  private final JdbcTemplate writes;
  private final TransactionTemplate transaction;
  private final Contacts contacts;
  private final DispatchLedger ledger;
  private final Clock clock;

  public OptOutLedger(
      JdbcClient sql,
      JdbcTemplate writes,
      PlatformTransactionManager transactions,
      Contacts contacts,
      DispatchLedger ledger,
      Clock clock) {
    this.sql = sql;
    this.writes = writes;
    this.transaction = new TransactionTemplate(transactions);
    this.contacts = contacts;
    this.ledger = ledger;
    this.clock = clock;
  }

  /**
   * Records an opt-out and returns when no send of this customer that was marked before is under
   * way: calls that begin after the return are none. Bounded by the lease of a mark. Must not be
   * called inside a transaction that the opt-out depends on: it commits its own.
   *
   * @param source reply, link, app, staff, service_desk, api, import
   */
  public void record(int customer, String channel, Instant at, String source) {
    record(customer, channel, at, source, true);
  }

  /** Records without waiting, for callers that record many and then {@link #awaitQuiet} once. */
  public void recordOnly(int customer, String channel, Instant at, String source) {
    record(customer, channel, at, source, false);
  }

  private void record(int customer, String channel, Instant at, String source, boolean wait) {
    transaction.executeWithoutResult(status -> {
      contacts.lock(customer);
      if (!active(customer, channel) && !known(customer, channel, at, source)) {
        writes.update(
            "insert into opt_out (id, customer, channel, at, source) values (?,?,?,?,?)",
            UUID.randomUUID(),
            customer,
            channel,
            Timestamp.from(at),
            source);
      }
      ledger.withholdCustomer(customer, channel);
    });
    if (wait) {
      awaitQuiet(customer, channel);
    }
  }

  /** Returns when no send of the customer on the channel is under way. */
  public void awaitQuiet(int customer, String channel) {
    while (ledger.inFlight(customer, channel)) {
      try {
        Thread.sleep(LOOK_AGAIN);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("interrupted before the customer's last send had ended", e);
      }
    }
  }

  /** Lifts opt-outs at the customer's own wish. */
  public int lift(int customer, String channel) {
    return writes.update(
        "update opt_out set lifted_at = ? where customer = ? and channel = ? and lifted_at is null",
        Timestamp.from(clock.instant()),
        customer,
        channel);
  }

  /** The same event reported again: it must not undo a lift that came later. */
  private boolean known(int customer, String channel, Instant at, String source) {
    return sql.sql(
                "select count(*) from opt_out where customer = ? and channel = ? and at = ? and"
                    + " source = ?")
            .params(customer, channel, Timestamp.from(at), source)
            .query(Integer.class)
            .single()
        > 0;
  }

  public boolean active(int customer, String channel) {
    return sql.sql(
                "select count(*) from opt_out where customer = ? and channel in (?, '*') and"
                    + " lifted_at is null")
            .params(customer, channel)
            .query(Integer.class)
            .single()
        > 0;
  }

  /** Everything a customer ever said about it, oldest first. */
  public List<OptOut> of(int customer) {
    return sql.sql(
            "select id, customer, channel, at, source, lifted_at from opt_out where customer = ?"
                + " order by at")
        .param(customer)
        .query((row, i) -> {
          var lifted = row.getTimestamp(6);
          return new OptOut(
              row.getObject(1, UUID.class),
              row.getInt(2),
              row.getString(3),
              row.getTimestamp(4).toInstant(),
              row.getString(5),
              lifted == null ? null : lifted.toInstant());
        })
        .list();
  }
}
