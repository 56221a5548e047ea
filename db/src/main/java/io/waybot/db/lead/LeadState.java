package io.waybot.db.lead;

/** Where a lead is in its life. */
public enum LeadState {
  OPEN,
  DONE,
  EXPIRED
}
