package io.waybot.db.audience;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A stored set of customers, without the customers. Hash is SHA-256 over its chunks in order. */
public record Audience(
    UUID id,
    @Nullable UUID runId,
    @Nullable UUID stepId,
    @Nullable String elementId,
    String name,
    @Nullable String ruleCode,
    int customers,
    String hash,
    @Nullable String lineage) {

  /** The form that travels through the engine. */
  public AudienceRef ref() {
    return new AudienceRef(id, customers);
  }
}
