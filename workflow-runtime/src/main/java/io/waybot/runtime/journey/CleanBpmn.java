package io.waybot.runtime.journey;

/**
 * A drawing that passed the gate: safe for any parser.
 *
 * @param processId of its one executable process
 * @param processName empty if the drawing has none
 */
public record CleanBpmn(String xml, String processId, String processName) {}
