package io.waybot.bots.lead;

import io.waybot.bots.score.Reason;
import io.waybot.bots.score.ScoreReasons;
import io.waybot.db.audience.AudienceRef;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Why each customer is worth a call: what spoke for them in the scored list the decision was about.
 */
@Component
class LeadReasons {
  private static final int MOST = 3;
  private final ScoreReasons scores;
  private final JdbcClient sql;

  LeadReasons(ScoreReasons scores, JdbcClient sql) {
    this.scores = scores;
    this.sql = sql;
  }

  /** By customer; nobody has reasons in a run that did not decide by a model. */
  Map<Integer, List<Reason>> of(UUID run, RoaringBitmap customers) {
    return sql.sql(
            "select p.audience_id, a.customers from decision_participant p join audience a on a.id"
                + " = p.audience_id where p.run_id = ? order by p.joined_at desc limit 1")
        .param(run)
        .query((row, i) -> new AudienceRef(row.getObject(1, UUID.class), row.getInt(2)))
        .optional()
        .map(scored -> scores.top(scored, customers, MOST))
        .orElse(Map.of());
  }
}
