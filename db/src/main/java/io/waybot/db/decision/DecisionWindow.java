package io.waybot.db.decision;

import java.time.LocalDate;
import java.util.UUID;

/**
 * One arbitration: the journeys that take part compete for the same customers and channels.
 *
 * @param rehearsal private to one rehearsal; reads capacity and takes none
 */
public record DecisionWindow(
    UUID id, LocalDate businessDate, int sequence, boolean rehearsal, boolean decided) {}
