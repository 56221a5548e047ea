package io.waybot.db.dispatch;

import io.waybot.db.imports.BulkInsert;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Who was contacted when, and the lock under which that is judged: whoever marks a send holds
 * {@code contact_state} of its customer, taken in customer order.
 */
@Component
public class Contacts {
  /** A contact that counts; {@code channel} branch is a lead. */
  public record Contact(UUID id, String channel, LocalDate on, UUID scopeRunId) {}

  private static final List<String> LOGGED =
      List.of("customer", "channel", "at", "contact_date", "run_id", "dispatch_id");

  private final JdbcTemplate sql;
  private final BulkInsert bulk;
  private final Clock clock;

  public Contacts(JdbcTemplate sql, Clock clock) {
    this.sql = sql;
    this.bulk = new BulkInsert(sql);
    this.clock = clock;
  }

  /**
   * Makes sure that each of these customers can be locked. Whoever was imported can be, so they are
   * only counted as a rule.
   */
  void know(Collection<Integer> customers) {
    var known =
        sql.queryForObject(
            "select count(*) from contact_state where customer = any(?)",
            Integer.class,
            SqlArrays.ints(customers));
    if (known != null && known == customers.size()) {
      return;
    }
    sql.update(
        "insert into contact_state (customer) select c from unnest(cast(? as integer array)) as"
            + " known(c) where not exists (select 1 from contact_state s where s.customer ="
            + " known.c) order by c on conflict do nothing",
        SqlArrays.ints(customers));
  }

  /**
   * Locks those of the customers whom no other transaction holds, and answers them: whoever marks
   * sends holds rows of the ledger already and must not wait.
   */
  public Set<Integer> lockFree(Collection<Integer> customers) {
    if (customers.isEmpty()) {
      return Set.of();
    }
    return new HashSet<>(
        sql.queryForList(
            "select customer from contact_state where customer = any(?) order by customer for"
                + " update skip locked",
            Integer.class,
            SqlArrays.ints(customers)));
  }

  /** Locks the customers until the transaction ends; call it with every customer at once. */
  public void lock(Collection<Integer> customers) {
    var sorted = customers.stream().distinct().sorted().toList();
    int[] locked = {0};
    sql.query(
        "select customer from contact_state where customer = any(?) order by customer for update",
        row -> {
          locked[0]++;
        },
        SqlArrays.ints(sorted));
    if (locked[0] != sorted.size()) {
      throw new IllegalStateException("customers without a contact state");
    }
  }

  /** Locks one customer, known to the contact ledger or not. */
  public void lock(int customer) {
    sql.update("insert into contact_state (customer) values (?) on conflict do nothing", customer);
    lock(List.of(customer));
  }

  /** Contacts that count against the bank's cap, since a local date, by customer. */
  public Map<Integer, List<Contact>> since(LocalDate from, Collection<Integer> customers) {
    return contacts(
        "select customer, dispatch_id, channel, contact_date, run_id from contact_log"
            + " where customer = any(?) and contact_date >= ?",
        SqlArrays.ints(customers),
        from);
  }

  /** Sends on one channel since a local date, by customer; counting contacts or not. */
  public Map<Integer, List<Contact>> onChannel(
      String channel, LocalDate from, Collection<Integer> customers) {
    return contacts(
        "select customer, id, channel, marked_on, scope_run_id from dispatch where customer ="
            + " any(?) and channel = ? and marked_on >= ? and state in ('SENDING', 'SENT',"
            + " 'UNKNOWN', 'PENDING') and rehearsal = false",
        SqlArrays.ints(customers),
        channel,
        from);
  }

  private Map<Integer, List<Contact>> contacts(String query, Object... parameters) {
    var contacts = new HashMap<Integer, List<Contact>>();
    sql.query(
        query,
        row -> {
          contacts
              .computeIfAbsent(row.getInt(1), customer -> new ArrayList<>())
              .add(
                  new Contact(
                      row.getObject(2, UUID.class),
                      row.getString(3),
                      row.getObject(4, LocalDate.class),
                      row.getObject(5, UUID.class)));
        },
        parameters);
    return contacts;
  }

  /**
   * Counts these sends, just marked, as contacts of a local date; one that counts already is not
   * counted again. A send that goes out for the first time cannot count yet.
   */
  public void log(Collection<DueSend> sends, LocalDate on) {
    var now = clock.instant();
    bulk.into(
        "contact_log",
        LOGGED,
        () ->
            sends.stream()
                .filter(DueSend::firstAttempt)
                .map(send ->
                    new @Nullable Object[] {
                      send.customer(), send.channel(), now, on, send.scopeRunId(), send.id()
                    })
                .iterator());
    logAgain(sends.stream().filter(send -> !send.firstAttempt()).toList(), now, on);
  }

  private void logAgain(List<DueSend> sends, Instant now, LocalDate on) {
    if (sends.isEmpty()) {
      return;
    }
    sql.update(
        "insert into contact_log (customer, channel, at, contact_date, run_id, dispatch_id) select"
            + " c, ch, cast(? as timestamp with time zone), cast(? as date), r, d from"
            + " unnest(cast(? as integer array), cast(? as varchar array), cast(? as uuid array),"
            + " cast(? as uuid array)) as sent(c, ch, r, d) on conflict do nothing",
        Timestamp.from(now),
        on,
        SqlArrays.ints(sends.stream().map(DueSend::customer).toList()),
        SqlArrays.texts(sends.stream().map(DueSend::channel).toList()),
        SqlArrays.uuids(sends.stream().map(DueSend::scopeRunId).toList()),
        SqlArrays.uuids(sends.stream().map(DueSend::id).toList()));
  }

  /** Channels each customer opted out of with us, {@code *} for every channel. */
  public Map<Integer, Set<String>> optedOut(Collection<Integer> customers) {
    var channels = new HashMap<Integer, Set<String>>();
    sql.query(
        "select customer, channel from opt_out where customer = any(?) and lifted_at is null",
        row -> {
          channels.computeIfAbsent(row.getInt(1), c -> new HashSet<>()).add(row.getString(2));
        },
        SqlArrays.ints(customers));
    return channels;
  }

  /** The newest consent a customer gave or withdrew with us; absent when there is none. */
  public Map<Integer, Boolean> consent(Collection<Integer> customers) {
    var consent = new HashMap<Integer, Boolean>();
    sql.query(
        "select customer, granted from consent_entry where customer = any(?) order by at",
        row -> {
          consent.put(row.getInt(1), row.getBoolean(2));
        },
        SqlArrays.ints(customers));
    return consent;
  }
}
