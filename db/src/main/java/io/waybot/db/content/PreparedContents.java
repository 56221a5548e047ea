package io.waybot.db.content;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Which version of a content a run says: once frozen it stays, for every wave and every rerun. */
@Component
public class PreparedContents {
  private final JdbcClient sql;
  private final JdbcTemplate writes;
  private final Clock clock;

  PreparedContents(JdbcClient sql, JdbcTemplate writes, Clock clock) {
    this.sql = sql;
    this.writes = writes;
    this.clock = clock;
  }

  public Optional<Integer> version(UUID scopeRun, String code) {
    return sql.sql(
            "select version from prepared_content where scope_run_id = ? and content_code = ?")
        .params(scopeRun, code)
        .query(Integer.class)
        .optional();
  }

  /** Freezes the version unless one is frozen already; answers the one that is. */
  @Transactional
  public int freeze(UUID scopeRun, String code, int version) {
    writes.update(
        "insert into prepared_content (scope_run_id, content_code, version, prepared_at) values"
            + " (?,?,?,?) on conflict do nothing",
        scopeRun,
        code,
        version,
        Timestamp.from(clock.instant()));
    return version(scopeRun, code).orElseThrow();
  }
}
