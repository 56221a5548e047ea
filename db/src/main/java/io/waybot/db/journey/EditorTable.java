package io.waybot.db.journey;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Which designers are open on a journey: each says from time to time that it still is. */
@Component
public class EditorTable {
  private final JdbcClient sql;
  private final Clock clock;

  EditorTable(JdbcClient sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  /** Notes a sign of life; who was not seen for as long as this is gone. */
  @Transactional
  public void seen(UUID journeyId, UUID tab, String login, Duration goneAfter) {
    var now = clock.instant();
    sql.sql("delete from journey_editor where journey_id = ? and tab <> ? and seen_at < ?")
        .params(journeyId, tab, Timestamp.from(now.minus(goneAfter)))
        .update();
    var at = Timestamp.from(now);
    int known =
        sql.sql("update journey_editor set seen_at = ? where journey_id = ? and tab = ?")
            .params(at, journeyId, tab)
            .update();
    if (known == 0) {
      sql.sql(
              "insert into journey_editor (journey_id, tab, login, since, seen_at)"
                  + " values (?, ?, ?, ?, ?)")
          .params(journeyId, tab, login, at, at)
          .update();
    }
  }

  public void left(UUID journeyId, UUID tab) {
    sql.sql("delete from journey_editor where journey_id = ? and tab = ?")
        .params(journeyId, tab)
        .update();
  }

  /** The other open designers, the longest open first. */
  public List<OpenEditor> others(UUID journeyId, UUID tab) {
    return sql.sql(
            "select login, since from journey_editor where journey_id = ? and tab <> ?"
                + " order by since, tab")
        .params(journeyId, tab)
        .query((row, number) -> new OpenEditor(row.getString(1), row.getTimestamp(2).toInstant()))
        .list();
  }
}
