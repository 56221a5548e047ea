package io.waybot.runtime.results;

import io.waybot.bots.evaluate.CohortMembers;
import io.waybot.bots.evaluate.Cohorts;
import io.waybot.bots.evaluate.Evaluation;
import io.waybot.db.bank.Role;
import io.waybot.db.experiment.UpliftReport;
import io.waybot.db.experiment.UpliftReports;
import io.waybot.runtime.access.ApiProblem;
import io.waybot.runtime.access.CurrentUser;
import io.waybot.runtime.access.SignedIn;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * The results pages: every journey of somebody's part of the organisation, one journey, one run.
 */
@Service
public class ResultsService {
  static final Role[] READERS = {Role.PLANNER, Role.APPROVER, Role.MANAGER, Role.ANALYST};
  private static final String JOURNEYS =
      "select j.id, j.journey_key, j.name_zh, j.name_en, case when j.live_version_id is null then"
          + " 'NOT_LIVE' when j.paused then 'PAUSED' else 'LIVE' end from journey j join org_unit o"
          + " on o.code = j.owner_org where o.path like ?";
  private final UpliftReports reports;
  private final Evaluation evaluation;
  private final Cohorts cohorts;
  private final CohortMembers members;
  private final Verdicts verdicts;
  private final CurrentUser user;
  private final JdbcClient sql;
  private final Clock clock;

  ResultsService(
      UpliftReports reports,
      Evaluation evaluation,
      Cohorts cohorts,
      CohortMembers members,
      Verdicts verdicts,
      CurrentUser user,
      JdbcClient sql,
      Clock clock) {
    this.reports = reports;
    this.evaluation = evaluation;
    this.cohorts = cohorts;
    this.members = members;
    this.verdicts = verdicts;
    this.user = user;
    this.sql = sql;
    this.clock = clock;
  }

  private record Named(UUID id, String key, String zh, String en, JourneyResult.Life life) {}

  /** All journeys in scope, by key; those never evaluated say so. */
  public List<JourneyResult> journeys() {
    return named(user.with(READERS), "").stream().map(this::result).toList();
  }

  /**
   * @throws ApiProblem 404 if there is no such journey in scope
   */
  public JourneyResult journey(String key) {
    return named(user.with(READERS), " and j.journey_key = ?", key).stream()
        .findFirst()
        .map(this::result)
        .orElseThrow(ApiProblem::notFound);
  }

  /** Whether the reader may see who is in which arm: those who plan, approve or analyse. */
  public boolean mayKnowArms() {
    return user.get().isAny(Role.PLANNER, Role.APPROVER, Role.ANALYST);
  }

  /**
   * The customers behind a count of a result.
   *
   * @param reports the cohorts that are counted
   * @param part as in {@link CohortMembers#of}
   * @throws ApiProblem 403 where the list would tell arms to somebody who may not know them
   */
  public RoaringBitmap customers(
      List<UpliftReport> reports, CohortMembers.Count count, String part) {
    user.with(READERS);
    if (count.tellsArms() && !mayKnowArms()) {
      throw new ApiProblem(HttpStatus.FORBIDDEN, "not_your_role");
    }
    return members.of(reports, count, part);
  }

  /** One run's result; empty if it was not evaluated or is out of scope. */
  public Optional<JourneyResult.Cohort> run(UUID runId) {
    var by = user.with(READERS);
    return reports
        .ofRun(runId)
        .filter(report -> !named(by, " and j.id = ?", report.journeyId()).isEmpty())
        .map(this::cohort);
  }

  private List<Named> named(SignedIn by, String condition, Object... arguments) {
    var statement =
        sql.sql(JOURNEYS + condition + " order by j.journey_key").param(by.scope().like());
    for (var argument : arguments) {
      statement = statement.param(argument);
    }
    return statement
        .query((row, i) ->
            new Named(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                JourneyResult.Life.valueOf(row.getString(5))))
        .list();
  }

  private JourneyResult result(Named journey) {
    var found = reports.ofJourney(journey.id());
    var dates = found.stream().map(this::cohort).toList();
    var overall = found.isEmpty() ? null : cohorts.overall(found);
    int open = dates.stream().mapToInt(JourneyResult.Cohort::openDays).max().orElse(0);
    var goals =
        dates.stream()
            .max(Comparator.comparing(cohort -> cohort.report().businessDate()))
            .map(cohort -> cohort.parts().question().products())
            .orElse(List.of());
    return new JourneyResult(
        journey.id(),
        journey.key(),
        journey.zh(),
        journey.en(),
        journey.life(),
        verdicts.of(overall, goals, open, dates.size()),
        overall,
        dates);
  }

  private JourneyResult.Cohort cohort(UpliftReport report) {
    var parts = evaluation.breakdowns(report);
    var closes = report.businessDate().plusDays(report.windowDays());
    int open = (int) Math.max(0, ChronoUnit.DAYS.between(LocalDate.now(clock), closes));
    return new JourneyResult.Cohort(
        report,
        parts,
        open,
        verdicts.of(cohorts.alone(report, parts), parts.question().products(), open, 1));
  }
}
