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
      "select id, journey_version_id, step, state, decided_by, comment, element_id, due_at,"
          + " decided_at from approval";

  private final JdbcClient sql;
  private final JdbcTemplate writes;

  Approvals(JdbcClient sql, JdbcTemplate writes) {
    this.sql = sql;
    this.writes = writes;
  }

  public void ask(UUID versionId, Approval.Step step, Instant dueAt) {
    sql.sql(
            "insert into approval (id, journey_version_id, step, state, due_at)"
                + " values (?, ?, ?, 'WAITING', ?)")
        .params(UUID.randomUUID(), versionId, step.name(), Timestamp.from(dueAt))
        .update();
  }

  /**
   * Decides a waiting signature.
   *
   * @return false if somebody else was faster
   */
  public boolean decide(
      UUID id,
      Approval.State decision,
      String by,
      @Nullable String comment,
      @Nullable String elementId,
      Instant at) {
    return writes.update(
            "update approval set state = ?, decided_by = ?, comment = ?, element_id = ?,"
                + " decided_at = ? where id = ? and state = 'WAITING'",
            decision.name(),
            by,
            comment,
            elementId,
            Timestamp.from(at),
            id)
        == 1;
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
                + " where journey_version_id = ?"
                + " order by case when decided_at is null then 1 else 0 end, decided_at, step")
        .param(versionId)
        .query(Approvals::approval)
        .list();
  }

  /** Everything that waits for somebody, the most urgent first. */
  public List<Approval> waiting() {
    return sql.sql(SELECT + " where state = 'WAITING' order by due_at, step")
        .query(Approvals::approval)
        .list();
  }

  private static Approval approval(ResultSet row, int i) throws SQLException {
    var decidedAt = row.getTimestamp(9);
    return new Approval(
        row.getObject(1, UUID.class),
        row.getObject(2, UUID.class),
        Approval.Step.valueOf(row.getString(3)),
        Approval.State.valueOf(row.getString(4)),
        row.getString(5),
        row.getString(6),
        row.getString(7),
        row.getTimestamp(8).toInstant(),
        decidedAt == null ? null : decidedAt.toInstant());
  }
}
