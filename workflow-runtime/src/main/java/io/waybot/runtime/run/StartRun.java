package io.waybot.runtime.run;

import io.waybot.db.run.RunKind;
import java.time.LocalDate;
import java.util.Map;

/**
 * Somebody, or the schedule, wants a run.
 *
 * @param journey the journey's key
 * @param parameters values for the variables the drawing leaves open: {@code wait_first} → {@code
 *     PT5S}
 * @param by login, or {@code schedule}
 */
public record StartRun(
    String journey,
    LocalDate businessDate,
    RunKind kind,
    Map<String, String> parameters,
    String by) {
  public StartRun {
    parameters = Map.copyOf(parameters);
  }
}
