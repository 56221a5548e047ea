package io.waybot.runtime.run;

import io.waybot.db.calendar.BusinessCalendar;
import io.waybot.db.run.NewRun;
import io.waybot.db.run.Run;
import io.waybot.db.run.RunKind;
import io.waybot.db.run.RunRepository;
import io.waybot.runtime.access.ApiProblem;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes the row of a new run, or says why there will be none. The row's unique key decides who was
 * first.
 */
@Component
class RunOpening {
  private final RunRepository runs;
  private final RunnableVersions versions;
  private final BusinessCalendar calendar;
  private final WaitLength waits;
  private final JsonMapper json;
  private final Clock clock;

  RunOpening(
      RunRepository runs,
      RunnableVersions versions,
      BusinessCalendar calendar,
      WaitLength waits,
      JsonMapper json,
      Clock clock) {
    this.runs = runs;
    this.versions = versions;
    this.calendar = calendar;
    this.waits = waits;
    this.json = json;
    this.clock = clock;
  }

  Run open(StartRun wanted) {
    var version = versionFor(wanted);
    refusePaused(wanted);
    refuseHoliday(wanted, version);
    var parameters =
        RunParameters.of(
            version,
            wanted.kind(),
            wanted.parameters(),
            wait -> waits.of(wait, wanted.businessDate()));
    var daily = find(version.journeyId(), wanted.businessDate(), RunKind.DAILY, 1);
    int attempt =
        wanted.kind() == RunKind.DAILY
            ? 1
            : runs.lastAttempt(version.journeyId(), wanted.businessDate(), wanted.kind()) + 1;
    if (wanted.kind() == RunKind.DAILY && daily != null) {
      throw exists(daily);
    }
    var scope = wanted.kind() == RunKind.RERUN && daily != null ? daily.id() : null;
    return save(wanted, version, attempt, scope, parameters);
  }

  private Run save(
      StartRun wanted,
      RunnableVersion version,
      int attempt,
      @Nullable UUID scope,
      Map<String, String> parameters) {
    var run =
        new NewRun(
            version.journeyId(),
            version.versionId(),
            wanted.businessDate(),
            wanted.kind(),
            attempt,
            scope,
            json.writeValueAsString(parameters),
            wanted.by());
    try {
      return runs.saveAndFlush(new Run(run, clock.instant()));
    } catch (DataIntegrityViolationException e) {
      var first = find(version.journeyId(), wanted.businessDate(), wanted.kind(), attempt);
      if (first == null) {
        throw e;
      }
      throw exists(first);
    }
  }

  private RunnableVersion versionFor(StartRun wanted) {
    if (!versions.exists(wanted.journey())) {
      throw ApiProblem.notFound();
    }
    var version =
        wanted.kind() == RunKind.REHEARSAL
            ? versions.newest(wanted.journey())
            : versions.live(wanted.journey());
    return version.orElseThrow(
        () -> new ApiProblem(HttpStatus.UNPROCESSABLE_CONTENT, "not_deployed", wanted.journey()));
  }

  /** A paused journey opens no run, whoever asks; trying it out sends nothing and goes on. */
  private void refusePaused(StartRun wanted) {
    if (wanted.kind() != RunKind.REHEARSAL && versions.isPaused(wanted.journey())) {
      throw new ApiProblem(HttpStatus.CONFLICT, "paused");
    }
  }

  private void refuseHoliday(StartRun wanted, RunnableVersion version) {
    if (wanted.kind() == RunKind.DAILY
        && !version.everyDay()
        && !calendar.isBusinessDay(wanted.businessDate())) {
      throw new ApiProblem(
          HttpStatus.UNPROCESSABLE_CONTENT, "not_a_business_day", wanted.businessDate());
    }
  }

  private @Nullable Run find(UUID journey, LocalDate date, RunKind kind, int attempt) {
    return runs.findByJourneyIdAndBusinessDateAndKindAndAttempt(journey, date, kind, attempt)
        .orElse(null);
  }

  private static ApiProblem exists(Run run) {
    return new ApiProblem(HttpStatus.CONFLICT, "run_exists", run.businessDate())
        .with("runId", run.id());
  }
}
