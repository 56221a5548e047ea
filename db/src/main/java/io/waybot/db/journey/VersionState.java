package io.waybot.db.journey;

/** A version goes this way only; SUBMITTED may go back to DRAFT. */
public enum VersionState {
  DRAFT,
  SUBMITTED,
  APPROVED,
  LIVE,
  RETIRED
}
