package io.waybot.db.decision;

import java.util.UUID;

/**
 * One robot step that waits for a window's decision.
 *
 * @param audience whom it would like to contact
 * @param terms JSON: everything needed to recompute each candidate's value
 */
public record Participant(UUID windowId, UUID stepId, UUID runId, UUID audience, String terms) {}
