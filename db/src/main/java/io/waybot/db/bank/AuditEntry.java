package io.waybot.db.bank;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One act of one actor, chained to the act before it. */
public record AuditEntry(
    long seq,
    Instant at,
    String actor,
    String act,
    String subject,
    @Nullable String detail,
    String prevHash,
    String hash) {}
