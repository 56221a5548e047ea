package io.waybot.bots.evaluate;

import io.waybot.db.experiment.OutcomeTable;
import io.waybot.db.experiment.UpliftReport;
import io.waybot.db.experiment.UpliftReports;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Keeps open reports true: recomputes them on every new day of the bank and when sales have
 * arrived, and closes them when their window has. Two nodes doing it at once compute the same.
 */
@Component
public class UpliftRefresher {
  private static final Logger log = LoggerFactory.getLogger(UpliftRefresher.class);
  private final UpliftReports reports;
  private final Evaluation evaluation;
  private final OutcomeTable outcomes;
  private final Clock clock;

  UpliftRefresher(
      UpliftReports reports, Evaluation evaluation, OutcomeTable outcomes, Clock clock) {
    this.reports = reports;
    this.evaluation = evaluation;
    this.outcomes = outcomes;
    this.clock = clock;
  }

  /** Recomputes what may have changed; a report that fails does not keep the others from it. */
  @Scheduled(fixedDelayString = "${waybot.results.refresh:PT20S}", initialDelayString = "PT20S")
  public void refresh() {
    var open = reports.provisional();
    var newestSale = open.isEmpty() ? Instant.MIN : outcomes.newestSale().orElse(Instant.MIN);
    for (var report : open) {
      if (stale(report, newestSale)) {
        try {
          reports.save(evaluation.answer(evaluation.breakdowns(report).question()));
        } catch (RuntimeException e) {
          log.error("run={} its report could not be recomputed", report.runId(), e);
        }
      }
    }
  }

  private boolean stale(UpliftReport report, Instant newestSale) {
    var computedOn = LocalDate.ofInstant(report.computedAt(), clock.getZone());
    return computedOn.isBefore(LocalDate.now(clock)) || newestSale.isAfter(report.computedAt());
  }
}
