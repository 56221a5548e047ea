package io.waybot.db.dispatch;

import java.sql.Timestamp;
import java.time.Clock;
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
 * Who agreed to marketing and who took it back, each with its evidence; the newest entry counts.
 */
@Component
public class ConsentLedger {

  /**
   * @param source how it was given: app, branch, call …
   * @param textVersion the wording the customer agreed to
   */
  public record Entry(boolean granted, Instant at, String source, @Nullable String textVersion) {}

  private final JdbcClient sql;
  private final JdbcTemplate writes;
  private final TransactionTemplate transaction;
  private final Contacts contacts;
  private final Clock clock;

  public ConsentLedger(
      JdbcClient sql,
      JdbcTemplate writes,
      PlatformTransactionManager transactions,
      Contacts contacts,
      Clock clock) {
    this.sql = sql;
    this.writes = writes;
    this.transaction = new TransactionTemplate(transactions);
    this.contacts = contacts;
    this.clock = clock;
  }

  /** Adds an entry under the lock that every mark of a send takes: the next send knows it. */
  public void record(int customer, boolean granted, String source, @Nullable String textVersion) {
    transaction.executeWithoutResult(status -> {
      contacts.lock(customer);
      writes.update(
          "insert into consent_entry (id, customer, granted, at, source, text_version)"
              + " values (?,?,?,?,?,?)",
          UUID.randomUUID(),
          customer,
          granted,
          Timestamp.from(clock.instant()),
          source,
          textVersion);
    });
  }

  /** Everything a customer ever said about it, oldest first. */
  public List<Entry> of(int customer) {
    return sql.sql(
            "select granted, at, source, text_version from consent_entry where customer = ? order"
                + " by at")
        .param(customer)
        .query((row, i) ->
            new Entry(
                row.getBoolean(1),
                row.getTimestamp(2).toInstant(),
                row.getString(3),
                row.getString(4)))
        .list();
  }
}
