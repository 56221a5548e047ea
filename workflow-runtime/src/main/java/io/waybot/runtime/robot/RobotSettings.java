package io.waybot.runtime.robot;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How robots work.
 *
 * @param enabled false on a node that only shows screens
 * @param parallel steps of one robot at a time on this node
 * @param lease how long a job stays with us without a sign of life; renewed at a third of it
 * @param parkedLease how long before the engine hands a parked job out again
 * @param longestWork after which an attempt is given up
 * @param attempts before a failing step becomes an incident
 * @param goodbye how long running steps may take to end when we stop
 */
@ConfigurationProperties("waybot.robot")
record RobotSettings(
    @DefaultValue("true") boolean enabled,
    @DefaultValue("4") int parallel,
    @DefaultValue("30s") Duration lease,
    @DefaultValue("10m") Duration parkedLease,
    @DefaultValue("30m") Duration longestWork,
    @DefaultValue("5") int attempts,
    @DefaultValue("20s") Duration goodbye) {}
