package io.waybot.runtime.journey.compare;

/**
 * One field that reads differently.
 *
 * @param field {@code input.segment} for a robot's input, {@code property.waybot:wait}, {@code
 *     name}, {@code condition}, {@code sourceRef}; for settings their name in JSON
 * @param before empty for nothing
 * @param after empty for nothing
 */
public record FieldChange(String field, String before, String after) {}
