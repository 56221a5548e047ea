package io.waybot.db.run;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a robot needs to know of a run.
 *
 * @param ownerOrg organisation unit of the journey
 */
public record RunIdentity(
    UUID id,
    UUID scopeRunId,
    RunKind kind,
    RunState state,
    UUID journeyId,
    UUID journeyVersionId,
    String journeyKey,
    String ownerOrg,
    LocalDate businessDate,
    @Nullable UUID engineId,
    @Nullable Long instanceKey) {

  /** True when this is the one instance that may act for the run. */
  public boolean heldBy(UUID engine, long instance) {
    return engine.equals(engineId) && instanceKey != null && instanceKey == instance;
  }
}
