package io.waybot.db.run;

import java.util.EnumSet;
import java.util.Set;

/** Where a run stands; the last four are final. */
public enum RunState {
  STARTING,
  WAITING_DATA,
  RUNNING,
  INCIDENT,
  FINISHED,
  FAILED,
  CANCELLED,
  SKIPPED;

  /** States of a run whose instance the engine still holds or should hold. */
  public static final Set<RunState> ACTIVE = EnumSet.of(STARTING, WAITING_DATA, RUNNING, INCIDENT);

  public boolean isFinal() {
    return !ACTIVE.contains(this);
  }
}
