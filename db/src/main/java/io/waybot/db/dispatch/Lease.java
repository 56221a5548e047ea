package io.waybot.db.dispatch;

import java.time.Instant;

/**
 * The right to work on rows for a while, by the database's clock: the bank's clock may jump, in a
 * demo by days.
 */
public record Lease(String owner, Instant until) {}
