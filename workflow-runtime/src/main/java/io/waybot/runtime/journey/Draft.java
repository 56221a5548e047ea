package io.waybot.runtime.journey;

import io.waybot.db.journey.Journey;
import io.waybot.db.journey.JourneyVersion;
import org.jspecify.annotations.Nullable;

/**
 * A journey as a planner opens it: its newest version.
 *
 * @param liveVersion number of the version that runs while this one is edited; null: none
 */
public record Draft(Journey journey, JourneyVersion version, @Nullable Integer liveVersion) {}
