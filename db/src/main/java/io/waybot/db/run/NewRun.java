package io.waybot.db.run;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a run is asked to be.
 *
 * @param attempt 1, and one more for each RERUN of the date
 * @param scopeRunId for a RERUN that date's DAILY run, so that nobody is sent twice; null: the run
 *     itself
 * @param parameters JSON object of process variables
 * @param startedBy login, or {@code schedule}
 */
public record NewRun(
    UUID journeyId,
    UUID journeyVersionId,
    LocalDate businessDate,
    RunKind kind,
    int attempt,
    @Nullable UUID scopeRunId,
    String parameters,
    String startedBy) {}
