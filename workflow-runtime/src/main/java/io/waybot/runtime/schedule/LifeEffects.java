package io.waybot.runtime.schedule;

import io.waybot.runtime.access.SignedIn;
import io.waybot.runtime.journey.JourneyService;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Says before a journey is paused, resumed or retired what will and what will not happen. */
@Component
public class LifeEffects {
  private static final String ON_THE_WAY =
      " r.journey_id = ? and r.kind <> 'REHEARSAL'"
          + " and r.state in ('STARTING', 'WAITING_DATA', 'RUNNING', 'INCIDENT')";

  private final JourneyService journeys;
  private final ScheduledJourneys scheduled;
  private final DueDates dates;
  private final JdbcClient sql;

  LifeEffects(
      JourneyService journeys, ScheduledJourneys scheduled, DueDates dates, JdbcClient sql) {
    this.journeys = journeys;
    this.scheduled = scheduled;
    this.dates = dates;
    this.sql = sql;
  }

  public LifeEffect of(UUID journeyId, SignedIn by) {
    return of(journeys.open(journeyId, by).journey().id());
  }

  LifeEffect of(UUID journey) {
    var live = scheduled.findEvenPaused(journey);
    return new LifeEffect(
        live.flatMap(dates::nextRun).orElse(null),
        live.map(dates::due).orElse(List.of()),
        count("select count(*) from run r where" + ON_THE_WAY, journey),
        count(
            "select count(*) from dispatch d join run r on r.id = d.run_id"
                + " where d.channel <> 'branch' and d.state in ('PENDING', 'CLAIMED', 'SENDING')"
                + " and"
                + ON_THE_WAY,
            journey),
        count("select count(*) from lead l where l.journey_id = ? and l.state = 'OPEN'", journey));
  }

  private int count(String query, UUID journey) {
    return sql.sql(query).param(journey).query(Integer.class).single();
  }
}
