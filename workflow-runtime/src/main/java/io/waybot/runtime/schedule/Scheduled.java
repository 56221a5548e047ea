package io.waybot.runtime.schedule;

import io.waybot.db.journey.JourneySettings;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A live journey as the scheduler sees it.
 *
 * @param liveSince when its first version went live: nothing before that was ever due
 * @param lastDate business date of its newest daily run; null: none yet
 */
record Scheduled(
    UUID journeyId,
    String key,
    JourneySettings settings,
    Instant liveSince,
    @Nullable LocalDate lastDate) {}
