package io.waybot.db.imports;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * What data a run waits for.
 *
 * @param stepId the parked step
 * @param dataDate the day that the data must describe
 * @param cutOff until when the run waits
 * @param previousDay at the cut-off use the data of the day before, else skip the run
 */
public record DataNeed(
    UUID stepId,
    UUID runId,
    List<String> datasets,
    LocalDate dataDate,
    Instant cutOff,
    boolean previousDay) {
  public DataNeed {
    datasets = List.copyOf(datasets);
  }
}
