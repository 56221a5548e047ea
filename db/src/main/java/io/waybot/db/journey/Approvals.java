package io.waybot.db.journey;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The signatures of all versions, open and given. */
@Component
public class Approvals {
  private static final String SELECT =
      "select a.id, a.journey_version_id, a.step, a.stage, a.state, a.decided_by, a.signed_for,"
          + " a.comment, a.element_id, a.checked, a.due_at, a.decided_at from approval a";

  private final JdbcClient sql;
  private final JdbcTemplate writes;

  Approvals(JdbcClient sql, JdbcTemplate writes) {
    this.sql = sql;
    this.writes = writes;
  }

  public void ask(UUID versionId, Approval.Step step, int stage, Instant dueAt) {
    sql.sql(
            "insert into approval (id, journey_version_id, step, stage, state, due_at)"
                + " values (?, ?, ?, ?, 'WAITING', ?)")
        .params(UUID.randomUUID(), versionId, step.name(), stage, Timestamp.from(dueAt))
        .update();
  }

  /**
   * What somebody decided.
   *
   * @param signedFor whose deputy they are; null: it is their own duty
   * @param elementId the block the comment is about; null: the whole journey
   * @param checked what they confirmed; null: they were not asked
   */
  public record Decision(
      Approval.State state,
      String by,
      @Nullable String signedFor,
      @Nullable String comment,
      @Nullable String elementId,
      @Nullable List<String> checked) {}

  /**
   * Decides a waiting signature.
   *
   * @return false if somebody else was faster
   */
  public boolean decide(UUID id, Decision decision, Instant at) {
    var checked = decision.checked();
    return writes.update(
            "update approval set state = ?, decided_by = ?, signed_for = ?, comment = ?,"
                + " element_id = ?, checked = ?, decided_at = ? where id = ? and state = 'WAITING'",
            decision.state().name(),
            decision.by(),
            decision.signedFor(),
            decision.comment(),
            decision.elementId(),
            checked == null ? null : String.join(",", checked),
            Timestamp.from(at),
            id)
        == 1;
  }

  /** What approvers wanted changed in a journey and nobody has answered by submitting it again. */
  public List<Approval> remarks(UUID journeyId) {
    return sql.sql(
            SELECT
                + " join journey_version v on v.id = a.journey_version_id"
                + " where v.journey_id = ? and a.state = 'RETURNED' and a.resolved_at is null"
                + " order by a.decided_at")
        .param(journeyId)
        .query(Approvals::approval)
        .list();
  }

  /** The journey was submitted again: whoever signs now sees what became of the remarks. */
  public void resolveRemarks(UUID journeyId, Instant at) {
    sql.sql(
            "update approval set resolved_at = ? where state = 'RETURNED' and resolved_at is null"
                + " and journey_version_id in (select id from journey_version where journey_id ="
                + " ?)")
        .params(Timestamp.from(at), journeyId)
        .update();
  }

  /** Signatures for something that is changed now count no more, given or not. */
  public void voidAll(UUID versionId) {
    sql.sql(
            "update approval set state = 'VOID'"
                + " where journey_version_id = ? and state in ('WAITING', 'APPROVED')")
        .param(versionId)
        .update();
  }

  /** All signatures ever asked for the version, the open ones last. */
  public List<Approval> of(UUID versionId) {
    return sql.sql(
            SELECT
                + " where a.journey_version_id = ?"
                + " order by case when a.decided_at is null then 1 else 0 end, a.decided_at,"
                + " a.stage, a.step")
        .param(versionId)
        .query(Approvals::approval)
        .list();
  }

  /** Everything that waits for somebody, the most urgent first. */
  public List<Approval> waiting() {
    return sql.sql(SELECT + " where a.state = 'WAITING' order by a.due_at, a.step")
        .query(Approvals::approval)
        .list();
  }

  private static Approval approval(ResultSet row, int i) throws SQLException {
    var checked = row.getString(10);
    var decidedAt = row.getTimestamp(12);
    return new Approval(
        row.getObject(1, UUID.class),
        row.getObject(2, UUID.class),
        Approval.Step.valueOf(row.getString(3)),
        row.getInt(4),
        Approval.State.valueOf(row.getString(5)),
        row.getString(6),
        row.getString(7),
        row.getString(8),
        row.getString(9),
        checked == null ? null : List.of(checked.split(",")),
        row.getTimestamp(11).toInstant(),
        decidedAt == null ? null : decidedAt.toInstant());
  }
}
