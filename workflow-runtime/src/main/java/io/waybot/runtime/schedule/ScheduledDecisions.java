package io.waybot.runtime.schedule;

import io.waybot.bots.decide.ExpectedRuns;
import java.time.Instant;
import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A decision waits for the journeys that the schedule has yet to open. */
@Component
class ScheduledDecisions implements ExpectedRuns {
  private final ScheduledJourneys journeys;
  private final DueDates dates;
  private final JdbcClient sql;

  ScheduledDecisions(ScheduledJourneys journeys, DueDates dates, JdbcClient sql) {
    this.journeys = journeys;
    this.dates = dates;
    this.sql = sql;
  }

  @Override
  public int notOpened(LocalDate businessDate, Instant latest) {
    return (int)
        journeys.all().stream()
            .filter(journey -> dates.opensOn(journey, businessDate, latest))
            .filter(journey -> decides(journey))
            .count();
  }

  private boolean decides(Scheduled journey) {
    return sql.sql(
                "select count(*) from journey j join journey_version v on v.id = j.live_version_id"
                    + " where j.id = ? and v.bpmn like '%\"decide-treatments\"%'")
            .param(journey.journeyId())
            .query(Integer.class)
            .single()
        > 0;
  }
}
