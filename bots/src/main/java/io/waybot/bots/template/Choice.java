package io.waybot.bots.template;

/**
 * One value a planner can select.
 *
 * @param value what the robot reads
 * @param name what the planner sees
 */
public record Choice(String value, String name) {}
