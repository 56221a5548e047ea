package io.waybot.db.run;

/** Caps, capacity, leads and reports read DAILY and RERUN rows only. */
public enum RunKind {
  DAILY,
  RERUN,
  REHEARSAL
}
