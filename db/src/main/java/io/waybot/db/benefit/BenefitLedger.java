package io.waybot.db.benefit;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who was given which benefit for which reason. The benefit's row is locked before anything is
 * counted, so that two robots never spend the same yuan or hand out the same last piece.
 */
@Component
public class BenefitLedger {
  private static final int ROWS_AT_ONCE = 5_000;
  private final JdbcTemplate sql;
  private final Clock clock;

  BenefitLedger(JdbcTemplate sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  private record Benefit(BigDecimal unitYuan, int stock) {}

  /**
   * Gives the benefit to those who want it, in order of their numbers, as far as budget and stock
   * last. The same order again gives nothing more and answers the same.
   *
   * @throws IllegalArgumentException if there is no such benefit
   */
  @Transactional
  public Granted grant(GrantOrder order, RoaringBitmap wanted) {
    var benefit = read(order.benefit(), " for update");
    var before = granted(order);
    var plan = plan(order, benefit, wanted);
    insert(order, benefit.unitYuan(), RoaringBitmap.andNot(plan.granted(), before));
    return plan;
  }

  /** What {@link #grant} would do now; gives nothing. */
  @Transactional(readOnly = true)
  public Granted rehearse(GrantOrder order, RoaringBitmap wanted) {
    return plan(order, read(order.benefit(), ""), wanted);
  }

  private Granted plan(GrantOrder order, Benefit benefit, RoaringBitmap wanted) {
    var granted = RoaringBitmap.and(wanted, granted(order));
    var open = RoaringBitmap.andNot(wanted, granted);
    var full = RoaringBitmap.and(open, full(order));
    open.andNot(full);
    var funded = open.limit(pieces(order, benefit));
    return new Granted(RoaringBitmap.or(granted, funded), full, RoaringBitmap.andNot(open, funded));
  }

  private Benefit read(String code, String lock) {
    return sql
        .query(
            "select unit_yuan, stock from benefit where code = ?" + lock,
            (row, i) -> new Benefit(row.getBigDecimal(1), row.getInt(2)),
            code)
        .stream()
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("there is no benefit " + code));
  }

  /** How many more pieces budget and stock allow. */
  private int pieces(GrantOrder order, Benefit benefit) {
    var spent =
        sql.queryForObject(
            "select coalesce(sum(granted_yuan), 0) from benefit_grant where benefit_code = ? and"
                + " journey_id = ? and element_id = ?",
            BigDecimal.class,
            order.benefit(),
            order.journeyId(),
            order.elementId());
    var given =
        sql.queryForObject(
            "select count(*) from benefit_grant where benefit_code = ?",
            Integer.class,
            order.benefit());
    var affordable =
        order
            .budgetYuan()
            .subtract(spent == null ? BigDecimal.ZERO : spent)
            .divide(benefit.unitYuan(), 0, RoundingMode.FLOOR);
    var left = BigDecimal.valueOf(benefit.stock() - (long) (given == null ? 0 : given));
    return affordable.min(left).max(BigDecimal.ZERO).intValue();
  }

  private RoaringBitmap granted(GrantOrder order) {
    return numbers(
        "select customer from benefit_grant where benefit_code = ? and reason = ?",
        order.benefit(),
        order.reason());
  }

  private RoaringBitmap full(GrantOrder order) {
    return numbers(
        "select customer from benefit_grant where benefit_code = ? and journey_id = ? and reason <>"
            + " ? group by customer having count(*) >= ?",
        order.benefit(),
        order.journeyId(),
        order.reason(),
        order.eachAtMost());
  }

  private void insert(GrantOrder order, BigDecimal yuan, RoaringBitmap customers) {
    var at = Timestamp.from(clock.instant());
    var rows = new ArrayList<Object[]>(ROWS_AT_ONCE);
    for (var it = customers.getIntIterator(); it.hasNext(); ) {
      rows.add(
          new Object[] {
            order.benefit(),
            it.next(),
            order.reason(),
            order.journeyId(),
            order.elementId(),
            order.runId(),
            yuan,
            at
          });
      if (rows.size() == ROWS_AT_ONCE || !it.hasNext()) {
        sql.batchUpdate(
            "insert into benefit_grant (benefit_code, customer, reason, journey_id, element_id,"
                + " run_id, granted_yuan, granted_at) values (?,?,?,?,?,?,?,?)",
            rows);
        rows.clear();
      }
    }
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
