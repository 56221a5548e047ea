package io.waybot.db.model;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A training that somebody asked for; features and split are JSON.
 *
 * @param message why it failed
 * @param versionId what it registered
 */
public record ModelTrainingJob(
    UUID id,
    String modelCode,
    String nameZh,
    String nameEn,
    String dataset,
    String label,
    String features,
    String split,
    State state,
    @Nullable String message,
    @Nullable UUID versionId,
    String askedBy,
    Instant askedAt,
    @Nullable Instant finishedAt) {

  public enum State {
    QUEUED,
    RUNNING,
    DONE,
    FAILED
  }
}
