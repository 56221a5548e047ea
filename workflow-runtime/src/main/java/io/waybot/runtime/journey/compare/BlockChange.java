package io.waybot.runtime.journey.compare;

import java.util.List;

/**
 * One block or line that differs between two drawings.
 *
 * @param label what a person calls it; for a line without a name, the blocks it joins
 * @param line whether it is a line between blocks
 * @param job the robot's job type; empty for what is no robot
 * @param fields what reads differently; empty unless changed
 */
public record BlockChange(
    String elementId, String label, boolean line, String job, Kind kind, List<FieldChange> fields) {

  /** What happened to it; what was changed may have been moved too. */
  public enum Kind {
    ADDED,
    REMOVED,
    CHANGED,
    MOVED
  }
}
