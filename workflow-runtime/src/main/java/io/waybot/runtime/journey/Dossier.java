package io.waybot.runtime.journey;

import io.waybot.db.content.Channel;
import io.waybot.db.content.Content;
import io.waybot.db.journey.Approval;
import io.waybot.db.journey.Journey;
import io.waybot.db.journey.JourneyVersion;
import io.waybot.runtime.journey.approval.Signers.Duty;
import io.waybot.runtime.journey.lint.LintReport;
import io.waybot.runtime.journey.risk.Risk;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an approver needs to decide, on one page.
 *
 * @param live the version that runs now; null: the journey is new
 * @param changes from the live version; none for a new journey
 * @param contents that customers would read
 * @param channels by which they would be reached
 * @param mine what the reader may sign now, as their own duty or as a deputy; null: nothing
 */
public record Dossier(
    Journey journey,
    JourneyVersion version,
    @Nullable JourneyVersion live,
    VersionChanges changes,
    List<Content> contents,
    List<Channel> channels,
    LintReport report,
    Risk risk,
    List<Approval> signatures,
    @Nullable Duty mine) {}
