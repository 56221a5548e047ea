package io.waybot.runtime.schedule;

import io.waybot.db.run.RunKind;
import io.waybot.runtime.access.ApiProblem;
import io.waybot.runtime.engine.Engine;
import io.waybot.runtime.run.RunService;
import io.waybot.runtime.run.StartRun;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Opens what is due. Whoever else does the same meets the run's unique key. */
@Component
class DailyRuns {
  private static final Logger log = LoggerFactory.getLogger(DailyRuns.class);
  private static final String BY = "schedule";
  private static final String AS_PLANNED = "planned";

  private final ScheduledJourneys journeys;
  private final DueDates dates;
  private final RunService runs;
  private final Engine engine;
  private final @Nullable String demoWait;

  DailyRuns(
      ScheduledJourneys journeys,
      DueDates dates,
      RunService runs,
      Engine engine,
      @Value("${waybot.demo.enabled:false}") boolean demo,
      @Value("${waybot.demo.wait:PT10S}") String demoWait) {
    this.journeys = journeys;
    this.dates = dates;
    this.runs = runs;
    this.engine = engine;
    this.demoWait = demo && !demoWait.equals(AS_PLANNED) ? demoWait : null;
  }

  void openDue() {
    if (!engine.status().isUp()) {
      return; // nothing is lost: what is due stays due
    }
    for (var journey : journeys.all()) {
      for (var date : dates.due(journey)) {
        open(journey, date);
      }
    }
  }

  /**
   * Unless the demo waits as planned ({@code waybot.demo.wait=planned}: days pass by the button),
   * its waits take seconds; every run shows them as its parameters.
   */
  private Map<String, String> waits(Scheduled journey) {
    var wait = demoWait;
    var planned = journey.settings().waits();
    if (wait == null || planned == null) {
      return Map.of();
    }
    return planned.keySet().stream().collect(Collectors.toMap(name -> name, name -> wait));
  }

  private void open(Scheduled journey, LocalDate date) {
    try {
      var id = runs.start(new StartRun(journey.key(), date, RunKind.DAILY, waits(journey), BY));
      log.info("run={} journey={} date={} opened by schedule", id, journey.key(), date);
    } catch (ApiProblem problem) {
      if (!problem.code().equals("run_exists")) {
        log.error(
            "journey={} date={} not opened: {}", journey.key(), date, problem.code(), problem);
      }
    } catch (RuntimeException e) {
      log.warn("journey={} date={} not opened, tried again shortly", journey.key(), date, e);
    }
  }
}
