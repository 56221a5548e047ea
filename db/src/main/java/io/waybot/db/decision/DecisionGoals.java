package io.waybot.db.decision;

import io.waybot.db.bank.Settings;
import java.sql.Date;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the bank asks of every decision: goals per product, products that exclude each other, and
 * whether a household is one choice. The caller writes the audit entry.
 */
@Component
public class DecisionGoals {
  private static final String HOUSEHOLD = "decision.household";
  private final JdbcTemplate sql;
  private final Settings settings;

  DecisionGoals(JdbcTemplate sql, Settings settings) {
    this.sql = sql;
    this.settings = settings;
  }

  /** By product. */
  public List<ProductGoal> goals() {
    return sql.query(
        "select product_code, minimum, maximum, penalty_yuan, valid_from, valid_until from"
            + " product_goal order by product_code",
        (row, i) ->
            new ProductGoal(
                row.getString(1),
                row.getInt(2),
                row.getObject(3, Integer.class),
                row.getBigDecimal(4),
                Optional.ofNullable(row.getDate(5)).map(Date::toLocalDate).orElse(null),
                Optional.ofNullable(row.getDate(6)).map(Date::toLocalDate).orElse(null)));
  }

  @Transactional
  public void save(ProductGoal goal) {
    remove(goal.product());
    sql.update(
        "insert into product_goal (product_code, minimum, maximum, penalty_yuan, valid_from,"
            + " valid_until) values (?,?,?,?,?,?)",
        goal.product(),
        goal.minimum(),
        goal.maximum(),
        goal.penaltyYuan(),
        goal.validFrom(),
        goal.validUntil());
  }

  public void remove(String product) {
    sql.update("delete from product_goal where product_code = ?", product);
  }

  public List<ProductConflict> conflicts() {
    return sql.query(
        "select product_code, other_code, days from product_conflict order by product_code,"
            + " other_code",
        (row, i) -> new ProductConflict(row.getString(1), row.getString(2), row.getInt(3)));
  }

  /** A pair is one pair, whichever of the two is named first. */
  @Transactional
  public void save(ProductConflict conflict) {
    remove(conflict.product(), conflict.other());
    sql.update(
        "insert into product_conflict (product_code, other_code, days) values (?,?,?)",
        conflict.product(),
        conflict.other(),
        conflict.days());
  }

  public void remove(String product, String other) {
    sql.update(
        "delete from product_conflict where product_code = ? and other_code = ? or product_code ="
            + " ? and other_code = ?",
        product,
        other,
        other,
        product);
  }

  /** Whether a household gets one content at most. */
  public boolean households() {
    return settings.find(HOUSEHOLD).map(Boolean::parseBoolean).orElse(false);
  }

  public void households(boolean one, String changedBy) {
    settings.put(HOUSEHOLD, String.valueOf(one), changedBy);
  }
}
