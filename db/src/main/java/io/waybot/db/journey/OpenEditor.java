package io.waybot.db.journey;

import java.time.Instant;

/** Somebody who has a journey open for drawing. */
public record OpenEditor(String login, Instant since) {}
