package io.waybot.bots.decide;

import io.waybot.db.decision.Participant;
import org.roaringbitmap.RoaringBitmap;

/**
 * A journey's place in a window.
 *
 * @param free members of the audience that no earlier window has taken
 */
record Seat(
    Participant participant,
    DecisionTerms terms,
    RoaringBitmap audience,
    RoaringBitmap free,
    Fates fates) {}
