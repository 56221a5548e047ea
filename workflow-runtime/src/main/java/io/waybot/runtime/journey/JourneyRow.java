package io.waybot.runtime.journey;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.waybot.db.journey.JourneySettings.Schedule;
import io.waybot.db.journey.VersionState;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One line of the list of journeys.
 *
 * @param version number of the newest version, and its state
 * @param liveVersion null: not live
 * @param schedule of the live version, else of the newest; null: started by hand
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record JourneyRow(
    UUID id,
    String key,
    String nameZh,
    String nameEn,
    String ownerOrg,
    String ownerLogin,
    int version,
    VersionState state,
    int revision,
    Instant savedAt,
    @Nullable Integer liveVersion,
    boolean paused,
    boolean retired,
    @Nullable Schedule schedule,
    @Nullable LastRun lastRun) {

  /** The newest run that was no rehearsal. */
  public record LastRun(UUID id, LocalDate businessDate, String state) {}
}
