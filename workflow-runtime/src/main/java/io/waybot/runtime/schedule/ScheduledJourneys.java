package io.waybot.runtime.schedule;

import io.waybot.db.journey.JourneySettings;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Live journeys; unless it is said otherwise, those that are not paused. */
@Component
class ScheduledJourneys {
  private static final String SELECT =
      """
      select j.id, j.journey_key, v.settings,
             (select min(f.deployed_at) from journey_version f
              where f.journey_id = j.id and f.deployed_at is not null) as live_since,
             (select max(r.business_date) from run r
              where r.journey_id = j.id and r.kind = 'DAILY') as last_date
      from journey j join journey_version v on v.id = j.live_version_id
      """;

  private final JdbcClient sql;

  ScheduledJourneys(JdbcClient sql) {
    this.sql = sql;
  }

  List<Scheduled> all() {
    return sql.sql(SELECT + " where not j.paused order by j.journey_key")
        .query(ScheduledJourneys::scheduled)
        .list();
  }

  Optional<Scheduled> find(UUID journeyId) {
    return sql.sql(SELECT + " where not j.paused and j.id = ?")
        .param(journeyId)
        .query(ScheduledJourneys::scheduled)
        .optional();
  }

  Optional<Scheduled> findEvenPaused(UUID journeyId) {
    return sql.sql(SELECT + " where j.id = ?")
        .param(journeyId)
        .query(ScheduledJourneys::scheduled)
        .optional();
  }

  private static Scheduled scheduled(java.sql.ResultSet row, int i) throws java.sql.SQLException {
    var last = row.getDate(5);
    return new Scheduled(
        row.getObject(1, UUID.class),
        row.getString(2),
        JourneySettings.fromJson(row.getString(3)),
        row.getTimestamp(4).toInstant(),
        last == null ? null : last.toLocalDate());
  }
}
