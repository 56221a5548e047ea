package io.waybot.db.journey;

import io.waybot.db.journey.JourneySettings.Purpose;
import io.waybot.db.journey.JourneySettings.RiskTier;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The bank's approval matrix. */
@Component
public class ApprovalRules {
  private static final String SELECT =
      "select id, step, stage, tier, customers, channel, purpose, owner_org, due_hours"
          + " from approval_rule";

  private final JdbcClient sql;
  private final JdbcTemplate writes;

  ApprovalRules(JdbcClient sql, JdbcTemplate writes) {
    this.sql = sql;
    this.writes = writes;
  }

  /** In the order of signing. */
  public List<ApprovalRule> all() {
    return sql.sql(SELECT + " order by stage, step, tier, customers, id")
        .query(ApprovalRules::rule)
        .list();
  }

  public Optional<ApprovalRule> find(UUID id) {
    return sql.sql(SELECT + " where id = ?").param(id).query(ApprovalRules::rule).optional();
  }

  /** Adds the row, or replaces the one with its id. */
  public void save(ApprovalRule rule) {
    remove(rule.id());
    var purpose = rule.purpose();
    writes.update(
        "insert into approval_rule (id, step, stage, tier, customers, channel, purpose, owner_org,"
            + " due_hours) values (?,?,?,?,?,?,?,?,?)",
        rule.id(),
        rule.step().name(),
        rule.stage(),
        rule.tier().name(),
        rule.customers(),
        rule.channel(),
        purpose == null ? null : purpose.name(),
        rule.ownerOrg(),
        rule.dueHours());
  }

  public void remove(UUID id) {
    sql.sql("delete from approval_rule where id = ?").param(id).update();
  }

  private static ApprovalRule rule(ResultSet row, int i) throws SQLException {
    var purpose = row.getString(7);
    return new ApprovalRule(
        row.getObject(1, UUID.class),
        Approval.Step.valueOf(row.getString(2)),
        row.getInt(3),
        RiskTier.valueOf(row.getString(4)),
        row.getInt(5),
        row.getString(6),
        purpose == null ? null : Purpose.valueOf(purpose),
        row.getString(8),
        row.getInt(9));
  }
}
