package io.waybot.db.journey;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What those who signed look at some days after going live. */
@Component
public class GoLiveReviews {
  private final JdbcClient sql;

  GoLiveReviews(JdbcClient sql) {
    this.sql = sql;
  }

  /** One that nobody has done yet. */
  public record Open(UUID versionId, Instant dueAt) {}

  /** Asks for one; asked again, nothing changes. */
  public void ask(UUID versionId, Instant dueAt) {
    int known =
        sql.sql("select count(*) from go_live_review where journey_version_id = ?")
            .param(versionId)
            .query(Integer.class)
            .single();
    if (known == 0) {
      sql.sql("insert into go_live_review (journey_version_id, due_at) values (?, ?)")
          .params(versionId, Timestamp.from(dueAt))
          .update();
    }
  }

  /** Asked of somebody who signed the version, the most urgent first. */
  public List<Open> open(String signer) {
    return sql.sql(
            "select r.journey_version_id, r.due_at from go_live_review r"
                + " where r.done_at is null and exists"
                + " (select 1 from approval a where a.journey_version_id = r.journey_version_id"
                + " and a.state = 'APPROVED' and a.decided_by = ?) order by r.due_at")
        .param(signer)
        .query((row, i) -> new Open(row.getObject(1, UUID.class), row.getTimestamp(2).toInstant()))
        .list();
  }

  /**
   * Closes it.
   *
   * @return false if it was closed before, or never asked for
   */
  public boolean close(UUID versionId, String by, String finding, Instant at) {
    return sql.sql(
                "update go_live_review set done_by = ?, done_at = ?, finding = ?"
                    + " where journey_version_id = ? and done_at is null")
            .params(by, Timestamp.from(at), finding, versionId)
            .update()
        == 1;
  }
}
