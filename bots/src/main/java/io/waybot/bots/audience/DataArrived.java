package io.waybot.bots.audience;

/**
 * The answer of the data gate.
 *
 * @param dataDate the day that the data describes, ISO
 * @param previousDay 1 if the data did not come in time and the day before is used instead, else 0
 */
public record DataArrived(String dataDate, int previousDay) {}
