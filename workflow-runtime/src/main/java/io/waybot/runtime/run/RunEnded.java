package io.waybot.runtime.run;

import io.waybot.db.run.RunState;
import java.util.UUID;

/** Said inside the transaction in which a run reaches a final state. */
public record RunEnded(UUID runId, RunState state) {}
