package io.waybot.runtime.journey;

import io.waybot.db.journey.VersionState;
import io.waybot.runtime.journey.lint.LintReport;
import java.util.UUID;

/** What became of a drawing that was handed in. */
public record Saved(
    UUID journeyId, String key, int version, int revision, VersionState state, LintReport report) {}
