package io.waybot.runtime.journey.lint;

import java.util.Map;

/**
 * A robot's block in a drawing.
 *
 * @param inputs field to value as in the file: literal, or FEEL with a leading {@code =}
 */
public record RobotUse(String elementId, String job, Map<String, String> inputs) {

  public boolean is(String wanted) {
    return job.equals(wanted);
  }

  /** What the planner filled in; empty when nothing. */
  public String input(String field) {
    return inputs.getOrDefault(field, "").strip();
  }
}
