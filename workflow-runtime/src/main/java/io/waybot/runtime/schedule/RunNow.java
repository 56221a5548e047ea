package io.waybot.runtime.schedule;

import io.waybot.db.bank.AuditLog;
import io.waybot.db.bank.Role;
import io.waybot.db.journey.Journey;
import io.waybot.db.journey.JourneyRepository;
import io.waybot.db.run.RunKind;
import io.waybot.runtime.access.ApiProblem;
import io.waybot.runtime.access.SignedIn;
import io.waybot.runtime.journey.JourneyCheck;
import io.waybot.runtime.journey.JourneyService;
import io.waybot.runtime.run.RunService;
import io.waybot.runtime.run.StartRun;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A run that a person starts: first what it would send and cost, then the run. */
@Component
public class RunNow {
  private static final String BRANCH = "branch";

  private final JourneyService journeys;
  private final JourneyRepository byId;
  private final JourneyCheck check;
  private final RunService runs;
  private final JdbcClient sql;
  private final AuditLog audit;
  private final Clock clock;

  RunNow(
      JourneyService journeys,
      JourneyRepository byId,
      JourneyCheck check,
      RunService runs,
      JdbcClient sql,
      AuditLog audit,
      Clock clock) {
    this.journeys = journeys;
    this.byId = byId;
    this.check = check;
    this.runs = runs;
    this.sql = sql;
    this.audit = audit;
    this.clock = clock;
  }

  /** Empty while the journey has neither run nor been rehearsed. */
  public Optional<RunPreview> preview(UUID journeyId, SignedIn by) {
    var journey = journeys.open(journeyId, by).journey();
    return sql.sql(
            "select r.id, r.business_date from run r where r.journey_id = ? and exists"
                + " (select 1 from decision d where d.run_id = r.id"
                + " union all select 1 from dispatch p where p.run_id = r.id)"
                + " order by r.started_at desc limit 1")
        .param(journey.id())
        .query((row, i) -> preview(row.getObject(1, UUID.class), row.getDate(2).toLocalDate()))
        .optional();
  }

  /** What a run can be given for the conditions of the live version. */
  public Set<String> parameters(UUID journeyId, SignedIn by) {
    return runs.parametersOf(journeys.open(journeyId, by).journey().key());
  }

  /**
   * Starts today's run for real.
   *
   * @param parameters values for some of {@link #parameters}
   * @throws ApiProblem as {@link RunService#start}; 409 {@code paused}
   */
  public UUID start(UUID journeyId, SignedIn by, Map<String, String> parameters) {
    if (!by.isAny(Role.PLANNER, Role.ADMIN)) {
      throw new ApiProblem(HttpStatus.FORBIDDEN, "not_your_role");
    }
    var journey = live(journeyId, by);
    var date = LocalDate.now(clock);
    var run = runs.start(new StartRun(journey.key(), date, RunKind.DAILY, parameters, by.login()));
    audit.append(by.login(), "run.start", journey.key(), date.toString());
    return run;
  }

  /**
   * Rehearses the newest version, a draft or not, on today's data: nothing is sent.
   *
   * @throws ApiProblem 422 {@code findings} while there is an error in it
   */
  public UUID rehearse(UUID journeyId, SignedIn by, Locale language) {
    if (!by.isAny(Role.PLANNER, Role.ADMIN)) {
      throw new ApiProblem(HttpStatus.FORBIDDEN, "not_your_role");
    }
    var draft = journeys.open(journeyId, by);
    var key = draft.journey().key();
    check.require(key, draft.version(), language);
    var date = LocalDate.now(clock);
    var run = runs.start(new StartRun(key, date, RunKind.REHEARSAL, Map.of(), by.login()));
    audit.append(by.login(), "run.rehearse", key, date.toString());
    return run;
  }

  private Journey live(UUID journeyId, SignedIn by) {
    var journey = byId.findById(journeys.open(journeyId, by).journey().id()).orElseThrow();
    if (journey.paused()) {
      throw new ApiProblem(HttpStatus.CONFLICT, "paused");
    }
    return journey;
  }

  private RunPreview preview(UUID runId, LocalDate date) {
    var planned =
        counts("select channel, count(*) from decision where run_id = ? group by channel", runId);
    counts("select channel, count(*) from dispatch where run_id = ? group by channel", runId)
        .forEach((channel, sent) -> planned.merge(channel, sent, Math::max));
    var cost = BigDecimal.ZERO;
    for (var channel : planned.entrySet()) {
      cost = cost.add(price(channel.getKey()).multiply(BigDecimal.valueOf(channel.getValue())));
    }
    int leads = planned.getOrDefault(BRANCH, 0);
    planned.remove(BRANCH);
    return new RunPreview(runId, date, planned, leads, cost);
  }

  private Map<String, Integer> counts(String query, UUID runId) {
    var counts = new LinkedHashMap<String, Integer>();
    sql.sql(query)
        .param(runId)
        .query((row, i) -> Map.entry(row.getString(1), row.getInt(2)))
        .list()
        .forEach(count -> counts.put(count.getKey(), count.getValue()));
    return counts;
  }

  private BigDecimal price(String channel) {
    return sql.sql("select cost_yuan from channel where code = ?")
        .param(channel)
        .query(BigDecimal.class)
        .optional()
        .orElse(BigDecimal.ZERO);
  }
}
