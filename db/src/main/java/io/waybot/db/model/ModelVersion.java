package io.waybot.db.model;

import java.time.Instant;
import java.util.UUID;

/** A registered version without its booster; JSON parts as in {@link NewModelVersion}. */
public record ModelVersion(
    UUID id,
    UUID modelId,
    String modelCode,
    int version,
    String algorithm,
    State state,
    String dataset,
    String label,
    String features,
    String split,
    int trainRows,
    double auc,
    double ks,
    String metrics,
    String trainedBy,
    Instant trainedAt) {

  /** A model has at most one champion: the version that scores. */
  public enum State {
    CANDIDATE,
    CHAMPION,
    RETIRED
  }
}
