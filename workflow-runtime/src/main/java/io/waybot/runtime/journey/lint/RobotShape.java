package io.waybot.runtime.journey.lint;

import java.util.List;
import java.util.Set;

/**
 * What lint knows of a robot: the fields it asks for and the lists and counts it leaves behind.
 *
 * @param sets names of the lists in its output
 */
public record RobotShape(String job, List<Input> inputs, Set<String> sets) {

  /**
   * @param label as planners see it, Chinese and English
   * @param onlyWhen {@code field=value}; empty: always asked
   */
  public record Input(
      String name,
      String labelZh,
      String labelEn,
      boolean required,
      boolean list,
      String onlyWhen) {}
}
