package io.waybot.db.audience;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * Which strategies want the customers of a list. A step that narrows such a list keeps its own
 * sets; one that only divides the customers leaves them: the sets of the nearest step up the list's
 * lineage hold.
 */
@Component
public class CandidateSets {
  private static final int MOST_PARENTS = 100;

  private final JdbcClient sql;
  private final JdbcTemplate batch;
  private final AudienceStore audiences;
  private final JsonMapper json;

  CandidateSets(JdbcClient sql, JdbcTemplate batch, AudienceStore audiences, JsonMapper json) {
    this.sql = sql;
    this.batch = batch;
    this.audiences = audiences;
    this.json = json;
  }

  /** Candidates that a rule removed. */
  public record Loss(String strategy, String rule, UUID audience, int customers) {}

  /**
   * One customer's candidate that a rule removed.
   *
   * @param step the step that removed it
   * @param treatment the strategy, or product and channel
   */
  public record Removed(UUID step, String treatment, String rule) {}

  /** Forgets what an earlier attempt of the step kept. */
  @Transactional
  public void clear(UUID step) {
    var kept =
        sql.sql(
                "select audience_id from candidate_set where step_id = ? union select audience_id"
                    + " from candidate_loss where step_id = ?")
            .params(step, step)
            .query(UUID.class)
            .list();
    batch.update("delete from candidate_set where step_id = ?", step);
    batch.update("delete from candidate_loss where step_id = ?", step);
    kept.forEach(audience -> batch.update("delete from audience where id = ?", audience));
  }

  /** Forgets what rules removed in an earlier attempt of the step. */
  public void clearLosses(UUID step) {
    var kept =
        sql.sql("select audience_id from candidate_loss where step_id = ?")
            .param(step)
            .query(UUID.class)
            .list();
    batch.update("delete from candidate_loss where step_id = ?", step);
    kept.forEach(audience -> batch.update("delete from audience where id = ?", audience));
  }

  public void keep(
      UUID step, String strategy, String table, int tableVersion, RoaringBitmap customers) {
    batch.update(
        "insert into candidate_set (step_id, strategy, table_code, table_version, audience_id)"
            + " values (?,?,?,?,?)",
        step,
        strategy,
        table,
        tableVersion,
        store(strategy, customers));
  }

  public void lost(UUID step, String strategy, String rule, RoaringBitmap customers) {
    if (!customers.isEmpty()) {
      batch.update(
          "insert into candidate_loss (step_id, strategy, rule, audience_id) values (?,?,?,?)",
          step,
          strategy,
          rule,
          store(strategy, customers));
    }
  }

  private UUID store(String strategy, RoaringBitmap customers) {
    return audiences.save(new NewAudience(null, null, null, strategy, null, null), customers).id();
  }

  /** The sets a step kept, by strategy. */
  public List<CandidateSet> of(UUID step) {
    return sql.sql(
            "select strategy, table_code, table_version, audience_id from candidate_set where"
                + " step_id = ? order by strategy")
        .param(step)
        .query(CandidateSets::set)
        .list();
  }

  /** What rules removed in a step, by strategy and rule. */
  public List<Loss> losses(UUID step) {
    return sql.sql(
            "select l.strategy, l.rule, l.audience_id, a.customers from candidate_loss l join"
                + " audience a on a.id = l.audience_id where l.step_id = ? order by l.strategy,"
                + " l.rule")
        .param(step)
        .query((row, i) ->
            new Loss(
                row.getString(1), row.getString(2), row.getObject(3, UUID.class), row.getInt(4)))
        .list();
  }

  /**
   * Which of a customer's candidates rules removed in a run.
   *
   * @param last what steps after this one removed is of a later wave and left out
   */
  public List<Removed> removed(UUID run, int customer, UUID last) {
    var removed = new ArrayList<Removed>();
    batch.query(
        "select l.step_id, l.strategy, l.rule, c.bits from candidate_loss l join robot_step r on"
            + " r.id = l.step_id join audience_chunk c on c.audience_id = l.audience_id and c.chunk"
            + " = ? where r.run_id = ? and r.started_at <= (select d.started_at from robot_step d"
            + " where d.id = ?) order by l.strategy, l.rule",
        row -> {
          if (AudienceStore.read(row.getBytes(4)).contains(customer & 0xFFFF)) {
            removed.add(
                new Removed(row.getObject(1, UUID.class), row.getString(2), row.getString(3)));
          }
        },
        customer >>> 16,
        run,
        last);
    return removed;
  }

  /** The table and version by which a run's candidates were made; empty without strategies. */
  public Optional<CandidateSet> tableOf(UUID run) {
    return sql.sql(
            "select s.strategy, s.table_code, s.table_version, s.audience_id from candidate_set s"
                + " join robot_step r on r.id = s.step_id where r.run_id = ? order by s.strategy"
                + " limit 1")
        .param(run)
        .query(CandidateSets::set)
        .optional();
  }

  /** The sets behind a list; empty if no strategies made it. */
  public List<CandidateSet> behind(UUID list) {
    UUID next = list;
    for (int i = 0; i < MOST_PARENTS && next != null; i++) {
      Optional<Audience> audience = audiences.find(next);
      var step = audience.map(Audience::stepId);
      var sets = step.map(this::of).orElse(List.of());
      if (!sets.isEmpty()) {
        return sets;
      }
      next = audience.map(this::parent).orElse(null);
    }
    return List.of();
  }

  private @Nullable UUID parent(Audience audience) {
    var lineage = audience.lineage() == null ? null : json.readTree(audience.lineage());
    return lineage == null || !lineage.hasNonNull("parent")
        ? null
        : UUID.fromString(lineage.get("parent").stringValue());
  }

  private static CandidateSet set(ResultSet row, int i) throws SQLException {
    return new CandidateSet(
        row.getString(1), row.getString(2), row.getInt(3), row.getObject(4, UUID.class));
  }
}
