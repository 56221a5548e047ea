package io.waybot.db.dispatch;

import io.waybot.db.imports.BulkInsert;
import io.waybot.db.imports.SameRows;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What providers report about sends: every event once, in any order, whatever state the run is in.
 */
@Component
public class Receipts {

  public enum Type {
    ACCEPTED,
    DELIVERED,
    OPENED,
    CLICKED,
    REPLIED,
    BOUNCED,
    FAILED,
    OPTED_OUT;

    /** The customer has it. */
    boolean provesDelivery() {
      return switch (this) {
        case DELIVERED, OPENED, CLICKED, REPLIED -> true;
        case ACCEPTED, BOUNCED, FAILED, OPTED_OUT -> false;
      };
    }
  }

  /**
   * @param id the provider's event id
   * @param key the idempotency key we sent
   */
  public record Receipt(String id, String key, Type type, Instant at, @Nullable String text) {}

  /**
   * What happened to a receipt.
   *
   * @param customer whose send it is about, null when the key is not ours
   */
  public record Stored(Receipt receipt, boolean duplicate, @Nullable Integer customer) {}

  /**
   * @param doubtful nobody may know whether it was sent, and no call is under way
   */
  private record Owner(UUID dispatch, int customer, boolean doubtful) {}

  private static final List<String> COLUMNS =
      List.of(
          "channel",
          "provider_event_id",
          "dispatch_id",
          "customer",
          "idempotency_key",
          "type",
          "at",
          "received_at",
          "reply_text");

  private final JdbcTemplate sql;
  private final BulkInsert bulk;
  private final Proofs proofs;
  private final TransactionTemplate transaction;
  private final Clock clock;

  public Receipts(JdbcTemplate sql, PlatformTransactionManager transactions, Clock clock) {
    this.sql = sql;
    this.bulk = new BulkInsert(sql);
    this.proofs = new Proofs(sql);
    this.transaction = new TransactionTemplate(transactions);
    this.clock = clock;
  }

  /** Stores all in one transaction of its own; receipts whose key is not ours are kept apart. */
  public List<Stored> store(String channel, List<Receipt> receipts) {
    return SameRows.added(() -> transaction.execute(status -> storeAll(channel, receipts)));
  }

  private List<Stored> storeAll(String channel, List<Receipt> receipts) {
    var owners = owners(channel, receipts.stream().map(Receipt::key).distinct().toList());
    var seen = known(channel, receipts);
    var stored = new ArrayList<Stored>(receipts.size());
    var fresh = new ArrayList<Stored>(receipts.size());
    for (var receipt : receipts) {
      var owner = owners.get(receipt.key());
      boolean first = seen.add(receipt.id());
      var outcome = new Stored(receipt, !first, owner == null ? null : owner.customer());
      stored.add(outcome);
      if (first) {
        fresh.add(outcome);
      }
    }
    insert(channel, fresh, owners);
    prove(fresh, owners);
    return stored;
  }

  private Set<String> known(String channel, List<Receipt> receipts) {
    return new HashSet<>(
        sql.queryForList(
            "select provider_event_id from receipt where channel = ? and provider_event_id ="
                + " any(?)",
            String.class,
            channel,
            SqlArrays.texts(receipts.stream().map(Receipt::id).distinct().toList())));
  }

  /** In the order of the events, so that two calls never wait for each other. */
  private void insert(String channel, List<Stored> fresh, Map<String, Owner> owners) {
    var now = clock.instant();
    fresh.sort(Comparator.comparing(stored -> stored.receipt().id()));
    bulk.into(
        "receipt",
        COLUMNS,
        () -> fresh.stream().map(s -> row(channel, s.receipt(), owners, now)).iterator());
  }

  private static @Nullable Object[] row(
      String channel, Receipt receipt, Map<String, Owner> owners, Instant now) {
    var owner = owners.get(receipt.key());
    return new @Nullable Object[] {
      channel,
      receipt.id(),
      owner == null ? null : owner.dispatch(),
      owner == null ? null : owner.customer(),
      receipt.key(),
      receipt.type().name(),
      receipt.at(),
      now,
      receipt.text()
    };
  }

  /**
   * A delivery proves what we could not know; a call under way will tell by itself, and whoever
   * takes over from a caller that is gone looks for receipts first.
   */
  private void prove(List<Stored> fresh, Map<String, Owner> owners) {
    var doubtful =
        fresh.stream()
            .filter(stored -> stored.receipt().type().provesDelivery())
            .map(stored -> owners.get(stored.receipt().key()))
            .filter(owner -> owner != null && owner.doubtful())
            .map(Owner::dispatch)
            .collect(Collectors.toSet());
    if (!doubtful.isEmpty()) {
      new WaitingPages(sql).hold(doubtful);
      RowLocks.take(sql, doubtful);
      proofs.of(doubtful);
    }
  }

  private Map<String, Owner> owners(String channel, Collection<String> keys) {
    var owners = new HashMap<String, Owner>();
    sql.query(
        "select idempotency_key, id, customer, state in ('UNKNOWN', 'PENDING') from dispatch where"
            + " id = any(?) and channel = ?",
        row -> {
          owners.put(
              row.getString(1),
              new Owner(row.getObject(2, UUID.class), row.getInt(3), row.getBoolean(4)));
        },
        SqlArrays.uuids(keys.stream().flatMap(key -> DispatchKey.idOf(key).stream()).toList()),
        channel);
    return owners;
  }

  /** Receipts that name no send of ours. */
  public int quarantined() {
    var count =
        sql.queryForObject("select count(*) from receipt where dispatch_id is null", Integer.class);
    return count == null ? 0 : count;
  }
}
