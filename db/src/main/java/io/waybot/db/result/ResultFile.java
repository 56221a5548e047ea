package io.waybot.db.result;

import java.time.Instant;
import java.util.UUID;

/**
 * A file that a run has made.
 *
 * @param pass which time the element was entered in this run, from 1
 * @param path below {@code $WAYBOT_HOME/files}
 * @param rows without headings
 */
public record ResultFile(
    UUID id,
    UUID runId,
    String elementId,
    int pass,
    String name,
    String mediaType,
    String path,
    long rows,
    String sha256,
    Instant createdAt) {}
