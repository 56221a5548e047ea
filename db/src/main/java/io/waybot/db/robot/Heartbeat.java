package io.waybot.db.robot;

import java.time.Instant;

/**
 * What one robot on one node said last.
 *
 * @param robot job type
 * @param done steps done since the node started
 * @param failed attempts that failed since then
 * @param busyMillis time spent working since then, all threads added up
 * @param active steps being worked right now
 */
public record Heartbeat(
    String node,
    String robot,
    Instant startedAt,
    Instant seenAt,
    long done,
    long failed,
    long busyMillis,
    int active) {}
