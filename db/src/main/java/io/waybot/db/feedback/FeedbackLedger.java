package io.waybot.db.feedback;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.UUID;
import java.util.stream.Stream;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Receipts, lead outcomes, sales and opt-outs of the customers that a run contacted. By the scope
 * run: a rerun looks at what its date's DAILY run sent.
 */
@Component
public class FeedbackLedger {
  private final JdbcTemplate sql;

  FeedbackLedger(JdbcTemplate sql) {
    this.sql = sql;
  }

  /** Who was sent something or handed to somebody. */
  public RoaringBitmap contacted(UUID scopeRun) {
    var all =
        numbers(
            "select customer from dispatch where scope_run_id = ? and state in ('SENDING', 'SENT',"
                + " 'UNKNOWN')",
            scopeRun);
    all.or(
        numbers(
            "select l.customer from lead l join contact_log c on c.dispatch_id = l.id where"
                + " l.scope_run_id = ?",
            scopeRun));
    return all;
  }

  /** Who caused a receipt of one of these types for a send of the run. */
  public RoaringBitmap receipts(UUID scopeRun, Collection<String> types) {
    return numbers(
        "select d.customer from receipt r join dispatch d on d.id = r.dispatch_id where"
            + " d.scope_run_id = ? and r.type in ("
            + String.join(", ", Collections.nCopies(types.size(), "?"))
            + ")",
        Stream.concat(Stream.of(scopeRun), types.stream()).toArray());
  }

  /** Whose relationship manager reported one of these outcomes. */
  public RoaringBitmap leadOutcomes(UUID scopeRun, Collection<String> outcomes) {
    var all = new RoaringBitmap();
    for (var outcome : outcomes) {
      all.or(
          numbers(
              "select customer from lead where scope_run_id = ? and outcome = ?",
              scopeRun,
              outcome));
    }
    return all;
  }

  public RoaringBitmap openLeads(UUID scopeRun) {
    return numbers("select customer from lead where scope_run_id = ? and state = 'OPEN'", scopeRun);
  }

  /** Who bought one of these products since an instant; any product if there are none. */
  public RoaringBitmap bought(Collection<String> products, Instant since) {
    if (products.isEmpty()) {
      return numbers(
          "select customer from conversion where at >= ? and customer is not null",
          Timestamp.from(since));
    }
    var all = new RoaringBitmap();
    for (var product : products) {
      all.or(
          numbers(
              "select customer from conversion where product_code = ? and at >= ? and customer is"
                  + " not null",
              product,
              Timestamp.from(since)));
    }
    return all;
  }

  /** Who opted out of anything since an instant and has not come back. */
  public RoaringBitmap optedOut(Instant since) {
    return numbers(
        "select customer from opt_out where at >= ? and lifted_at is null", Timestamp.from(since));
  }

  /** When the run began. */
  public Instant began(UUID run) {
    var at = sql.queryForObject("select started_at from run where id = ?", Timestamp.class, run);
    if (at == null) {
      throw new IllegalArgumentException("no run " + run);
    }
    return at.toInstant();
  }

  private RoaringBitmap numbers(String query, Object... parameters) {
    var found = new RoaringBitmap();
    sql.query(
        query,
        row -> {
          found.add(row.getInt(1));
        },
        parameters);
    return found;
  }
}
