package io.waybot.db.brief;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The briefs that journeys published; a later run's replaces an earlier one's. */
@Component
public class ServiceBriefs {
  private static final String COLUMNS =
      "journey_id, element_id, run_id, summary_zh, summary_en, questions_zh, questions_en,"
          + " valid_until";
  private final JdbcClient sql;
  private final JdbcTemplate writes;
  private final Clock clock;

  ServiceBriefs(JdbcClient sql, JdbcTemplate writes, Clock clock) {
    this.sql = sql;
    this.writes = writes;
    this.clock = clock;
  }

  @Transactional
  public void publish(ServiceBrief brief) {
    writes.update(
        "delete from service_brief where journey_id = ? and element_id = ?",
        brief.journeyId(),
        brief.elementId());
    writes.update(
        "insert into service_brief (" + COLUMNS + ", published_at) values (?,?,?,?,?,?,?,?,?)",
        brief.journeyId(),
        brief.elementId(),
        brief.runId(),
        brief.summaryZh(),
        brief.summaryEn(),
        brief.questionsZh(),
        brief.questionsEn(),
        brief.validUntil(),
        Timestamp.from(clock.instant()));
  }

  /** What may be told today about a journey, in the order of its blocks' names. */
  public List<ServiceBrief> ofJourney(UUID journeyId) {
    return shown("journey_id = ?", journeyId);
  }

  /** The same, for the journey of a run. */
  public List<ServiceBrief> ofRun(UUID runId) {
    return shown("journey_id = (select r.journey_id from run r where r.id = ?)", runId);
  }

  private List<ServiceBrief> shown(String which, UUID id) {
    return sql.sql(
            "select "
                + COLUMNS
                + " from service_brief where "
                + which
                + " and valid_until >= ? order by element_id")
        .params(id, LocalDate.now(clock))
        .query(ServiceBrief.class)
        .list();
  }
}
