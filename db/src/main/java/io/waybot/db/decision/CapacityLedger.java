package io.waybot.db.decision;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * What the local day has already spoken for: sends in the ledger, leads, and decisions that have
 * not become either yet. Rehearsals take nothing. Everything counts but the runs of one journey
 * that the caller may leave out: a rehearsal asks what its journey would do on a day it has to
 * itself.
 */
@Component
public class CapacityLedger {
  private static final String LIVE = " and r.kind <> 'REHEARSAL' and r.journey_id <> ?";
  private static final UUID NOBODY = new UUID(0, 0);

  private final JdbcTemplate batch;
  private final Clock clock;

  CapacityLedger(JdbcTemplate batch, Clock clock) {
    this.batch = batch;
    this.clock = clock;
  }

  /** Contacts taken today, by channel. */
  public Map<String, Integer> taken(@Nullable UUID leaveOut) {
    var taken = new HashMap<String, Integer>();
    var parameters = today(leaveOut);
    for (var query :
        List.of(
            "select d.channel, count(*) from dispatch d join run r on r.id = d.run_id where"
                + " d.created_at >= ? and d.created_at < ? and d.state not in ('REJECTED',"
                + " 'WITHHELD')"
                + LIVE
                + " group by d.channel",
            "select 'branch', count(*) from lead l join run r on r.id = l.run_id where l.created_at"
                + " >= ? and l.created_at < ?"
                + LIVE,
            "select d.channel, count(*) from decision d join decision_window w on w.id ="
                + " d.window_id join run r on r.id = d.run_id where w.decided_at >= ? and"
                + " w.decided_at < ?"
                + LIVE
                + " and not exists (select 1 from dispatch s where s.run_id = d.run_id and"
                + " s.customer = d.customer and s.channel = d.channel) and not exists (select 1"
                + " from lead l where l.run_id = d.run_id and l.customer = d.customer) group by"
                + " d.channel")) {
      batch.query(
          query,
          row -> {
            taken.merge(row.getString(1), row.getInt(2), Integer::sum);
          },
          parameters);
    }
    return taken;
  }

  /** Leads that the staff of each unit can still take today, by unit. */
  public Map<String, Integer> freeLeads(@Nullable UUID leaveOut) {
    var free = new HashMap<String, Integer>();
    batch.query(
        "select u.org_code, sum(greatest(0, u.leads_per_day - coalesce(g.leads, 0))) from app_user"
            + " u left join (select l.staff_login, count(*) as leads from lead l join run r on r.id"
            + " = l.run_id where l.created_at >= ? and l.created_at < ?"
            + LIVE
            + " group by l.staff_login) g on g.staff_login = u.login where u.active and"
            + " u.leads_per_day > 0 group by u.org_code",
        row -> {
          free.put(row.getString(1), row.getInt(2));
        },
        today(leaveOut));
    return free;
  }

  /** Yuan that today's sends, leads and pending decisions of one journey cost. */
  public double spentYuan(UUID journey) {
    var day = LocalDate.now(clock);
    var from = Timestamp.from(day.atStartOfDay(clock.getZone()).toInstant());
    var until = Timestamp.from(day.plusDays(1).atStartOfDay(clock.getZone()).toInstant());
    double sends =
        sum(
            "select coalesce(sum(d.cost_yuan), 0) from dispatch d join run r on r.id = d.run_id"
                + " where d.created_at >= ? and d.created_at < ? and d.state not in ('REJECTED',"
                + " 'WITHHELD') and r.kind <> 'REHEARSAL' and r.journey_id = ?",
            from,
            until,
            journey);
    double leads =
        sum(
            "select coalesce(sum(c.cost_yuan), 0) from lead l join run r on r.id = l.run_id join"
                + " channel c on c.code = 'branch' where l.created_at >= ? and l.created_at < ? and"
                + " r.kind <> 'REHEARSAL' and r.journey_id = ?",
            from,
            until,
            journey);
    return sends + leads;
  }

  /** Who was chosen for anything on this business date, or is decided about today. */
  public RoaringBitmap chosen(LocalDate businessDate, @Nullable UUID leaveOut) {
    var all = new RoaringBitmap();
    var parameters = new ArrayList<Object>();
    parameters.add(Date.valueOf(businessDate));
    parameters.addAll(List.of(today(leaveOut)));
    batch.query(
        "select d.customer from decision d join decision_window w on w.id = d.window_id join run r"
            + " on r.id = d.run_id where w.state = 'DECIDED' and (w.business_date = ? or"
            + " w.decided_at >= ? and w.decided_at < ?)"
            + LIVE,
        row -> {
          all.add(row.getInt(1));
        },
        parameters.toArray());
    return all;
  }

  /** Customers chosen for each product on this business date. */
  public Map<String, Integer> chosenByProduct(LocalDate businessDate, @Nullable UUID leaveOut) {
    var chosen = new HashMap<String, Integer>();
    batch.query(
        "select d.product_code, count(*) from decision d join decision_window w on w.id ="
            + " d.window_id join run r on r.id = d.run_id where w.state = 'DECIDED' and"
            + " w.business_date = ? and d.product_code is not null"
            + LIVE
            + " group by d.product_code",
        row -> {
          chosen.put(row.getString(1), row.getInt(2));
        },
        businessDate,
        leaveOut == null ? NOBODY : leaveOut);
    return chosen;
  }

  private double sum(String query, Object... parameters) {
    var sum = batch.queryForObject(query, Double.class, parameters);
    return sum == null ? 0 : sum;
  }

  private Object[] today(@Nullable UUID leaveOut) {
    var day = LocalDate.now(clock);
    return new Object[] {
      Timestamp.from(day.atStartOfDay(clock.getZone()).toInstant()),
      Timestamp.from(day.plusDays(1).atStartOfDay(clock.getZone()).toInstant()),
      leaveOut == null ? NOBODY : leaveOut
    };
  }
}
