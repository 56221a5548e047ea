package io.waybot.db.decision;

/** Who was offered or took one of the two is not offered the other one for so many days. */
public record ProductConflict(String product, String other, int days) {}
