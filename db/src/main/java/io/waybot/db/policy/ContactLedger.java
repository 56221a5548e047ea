package io.waybot.db.policy;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** What our own books say about customers, as sets: one range scan each, whatever the audience. */
@Component
public class ContactLedger {
  private final JdbcTemplate batch;

  ContactLedger(JdbcTemplate batch) {
    this.batch = batch;
  }

  /** Who agreed and who took it back, by the newest entry of each customer with one. */
  public record Consents(RoaringBitmap granted, RoaringBitmap revoked) {}

  public Consents consents() {
    var granted = new RoaringBitmap();
    var revoked = new RoaringBitmap();
    batch.query(
        "select customer, granted from consent_entry order by customer, at",
        row -> {
          int customer = row.getInt(1);
          boolean yes = row.getBoolean(2);
          (yes ? granted : revoked).add(customer);
          (yes ? revoked : granted).remove(customer);
        });
    return new Consents(granted, revoked);
  }

  /**
   * Contacts that count against caps, from {@code first} to today inclusive: element k holds who
   * had more than k of them.
   *
   * @param most how many need to be told apart
   */
  public List<RoaringBitmap> contacts(LocalDate first, int most) {
    var more = new ArrayList<RoaringBitmap>();
    for (int k = 0; k < most; k++) {
      more.add(new RoaringBitmap());
    }
    batch.query(
        "select l.customer, count(*) from contact_log l join channel c on c.code = l.channel"
            + " where l.contact_date >= ? and c.counts_as_contact group by l.customer",
        row -> {
          for (int k = 0; k < Math.min(most, row.getInt(2)); k++) {
            more.get(k).add(row.getInt(1));
          }
        },
        first);
    return more;
  }

  /** Who got at least so many contacts by this channel from {@code first} to today inclusive. */
  public RoaringBitmap contacted(String channel, LocalDate first, int contacts) {
    return numbers(
        "select customer from contact_log where channel = ? and contact_date >= ? group by customer"
            + " having count(*) >= ?",
        channel,
        first,
        contacts);
  }

  /** Who opted out of this channel, or of all. */
  public RoaringBitmap optedOut(String channel) {
    return numbers(
        "select customer from opt_out where lifted_at is null and channel in (?, '*')", channel);
  }

  /** Who entered the journey on one of these business dates, {@code last} excluded. */
  public RoaringBitmap entered(UUID journey, LocalDate first, LocalDate last) {
    return numbers(
        "select customer from journey_entry where journey_id = ? and business_date >= ? and"
            + " business_date < ?",
        journey,
        first,
        last);
  }

  /** Who took one of these products at or after an instant. */
  public RoaringBitmap converted(Collection<String> products, Instant from) {
    var all = new RoaringBitmap();
    for (var product : products) {
      all.or(
          numbers(
              "select customer from conversion where product_code = ? and at >= ? and customer is"
                  + " not null",
              product,
              Timestamp.from(from)));
    }
    return all;
  }

  /** Who was contacted about this product from {@code first} to today inclusive, leads included. */
  public RoaringBitmap offered(String product, LocalDate first) {
    return numbers(
        "select d.customer from contact_log l join dispatch d on d.id = l.dispatch_id where"
            + " l.contact_date >= ? and d.product_code = ? union select d.customer from contact_log"
            + " l join lead d on d.id = l.dispatch_id where l.contact_date >= ? and"
            + " d.product_code = ?",
        first,
        product,
        first,
        product);
  }

  private RoaringBitmap numbers(String query, Object... parameters) {
    var found = new RoaringBitmap();
    batch.query(
        query,
        row -> {
          found.add(row.getInt(1));
        },
        parameters);
    return found;
  }
}
