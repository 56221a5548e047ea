package io.waybot.runtime.results;

import io.waybot.bots.evaluate.Breakdowns;
import io.waybot.bots.evaluate.Overall;
import io.waybot.db.experiment.UpliftReport;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The results of one journey.
 *
 * @param overall all cohorts together, null before the first evaluation
 * @param cohorts one per business date, the newest first
 */
public record JourneyResult(
    UUID journeyId,
    String key,
    String nameZh,
    String nameEn,
    Life life,
    Verdict verdict,
    @Nullable Overall overall,
    List<Cohort> cohorts) {
  public JourneyResult {
    cohorts = List.copyOf(cohorts);
  }

  /** Whether new runs are opened. */
  public enum Life {
    NOT_LIVE,
    LIVE,
    PAUSED
  }

  /**
   * The customers of one business date.
   *
   * @param openDays until the window closes, 0 when it has
   */
  public record Cohort(UpliftReport report, Breakdowns parts, int openDays, Verdict verdict) {}
}
