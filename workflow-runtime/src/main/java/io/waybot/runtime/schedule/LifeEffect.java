package io.waybot.runtime.schedule;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What pausing, resuming or retiring a live journey means, as of now.
 *
 * @param next the next run that would open by itself, paused or not; null: none would
 * @param missed dates whose runs open at once when a paused journey is resumed
 * @param running runs that are on their way and go on to their end
 * @param unsent messages of these runs that are still to be sent
 * @param openLeads of all its runs
 */
public record LifeEffect(
    ScheduleService.@Nullable Next next,
    List<LocalDate> missed,
    int running,
    int unsent,
    int openLeads) {}
