package io.waybot.db.run;

import java.util.UUID;

/**
 * A job as the engine hands it out: what decides whether it is a new step or one we know.
 *
 * @param robot job type
 */
public record StepDelivery(
    UUID runId,
    UUID engineId,
    long elementInstanceKey,
    String elementId,
    String robot,
    long jobKey) {}
