package io.waybot.db.content;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** One version of a content in one language, as it was or will be sent. */
public record Wording(
    String contentCode,
    int version,
    String language,
    String title,
    String body,
    @Nullable LocalDate validUntil) {}
