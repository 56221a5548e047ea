package io.waybot.db.dispatch;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

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

  private record Owner(UUID dispatch, int customer) {}

  private final JdbcTemplate sql;
  private final Clock clock;

  public Receipts(JdbcTemplate sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  /** Stores all in one transaction, in order; receipts whose key is not ours are kept apart. */
  @Transactional
  public List<Stored> store(String channel, List<Receipt> receipts) {
    var owners = owners(channel, receipts.stream().map(Receipt::key).distinct().toList());
    var now = Timestamp.from(clock.instant());
    return receipts.stream()
        .map(receipt -> store(channel, receipt, owners.get(receipt.key()), now))
        .toList();
  }

  private Stored store(String channel, Receipt r, @Nullable Owner owner, Timestamp now) {
    int stored =
        sql.update(
            "insert into receipt (channel, provider_event_id, dispatch_id, customer,"
                + " idempotency_key, type, at, received_at, reply_text) values (?,?,?,?,?,?,?,?,?)"
                + " on conflict do nothing",
            channel,
            r.id(),
            owner == null ? null : owner.dispatch(),
            owner == null ? null : owner.customer(),
            r.key(),
            r.type().name(),
            Timestamp.from(r.at()),
            now,
            r.text());
    if (stored == 1 && owner != null && r.type().provesDelivery()) {
      proveSent(owner.dispatch(), r.at());
    }
    return new Stored(r, stored == 0, owner == null ? null : owner.customer());
  }

  /** A delivery proves what we could not know. */
  private void proveSent(UUID dispatch, Instant at) {
    sql.update(
        "update dispatch set state = 'SENT', sent_at = coalesce(sent_at, ?), uncertain = false,"
            + " rule = null, cost_yuan = case when cost_yuan = 0 then coalesce((select c.cost_yuan"
            + " from channel c where c.code = dispatch.channel), 0) else cost_yuan end where id = ?"
            + " and (state in ('SENDING', 'UNKNOWN') or (state = 'PENDING' and uncertain))",
        Timestamp.from(at),
        dispatch);
  }

  private Map<String, Owner> owners(String channel, Collection<String> keys) {
    var owners = new HashMap<String, Owner>();
    sql.query(
        "select idempotency_key, id, customer from dispatch where idempotency_key = any(?) and"
            + " channel = ?",
        row -> {
          owners.put(row.getString(1), new Owner(row.getObject(2, UUID.class), row.getInt(3)));
        },
        SqlArrays.texts(keys),
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
