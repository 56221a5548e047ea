package io.waybot.db.audience;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where a set comes from; everything but the customers.
 *
 * @param runId the run that made it, null for an uploaded list
 * @param stepId the robot step that made it; saving the same (step, name, rule) again replaces the
 *     set
 * @param elementId the BPMN element
 * @param name the set's name in the journey: audience, allowed, removed, treatment, control …
 * @param ruleCode for removed and lost sets: the rule or reason
 * @param lineage JSON: segment version, import ids, parent audiences
 */
public record NewAudience(
    @Nullable UUID runId,
    @Nullable UUID stepId,
    @Nullable String elementId,
    String name,
    @Nullable String ruleCode,
    @Nullable String lineage) {

  /** A set of a run's step. */
  public static NewAudience of(UUID runId, UUID stepId, String elementId, String name) {
    return new NewAudience(runId, stepId, elementId, name, null, null);
  }

  /** The same origin, for the customers that {@code rule} removed or lost. */
  public NewAudience rule(String setName, String rule) {
    return new NewAudience(runId, stepId, elementId, setName, rule, lineage);
  }

  /** The same, with its lineage as JSON. */
  public NewAudience lineage(String json) {
    return new NewAudience(runId, stepId, elementId, name, ruleCode, json);
  }
}
