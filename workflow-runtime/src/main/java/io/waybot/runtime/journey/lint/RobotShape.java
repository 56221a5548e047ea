package io.waybot.runtime.journey.lint;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What lint knows of a robot: the fields it asks for and the lists and counts it leaves behind.
 *
 * @param sets names of the lists in its output
 */
public record RobotShape(String job, List<Input> inputs, Set<String> sets) {

  /**
   * @param label as planners see it, Chinese and English
   * @param onlyWhen {@code field=value}; empty: always asked
   * @param source what the bank has made and the field chooses from, {@code segments}; null: none
   */
  public record Input(
      String name,
      String labelZh,
      String labelEn,
      boolean required,
      boolean list,
      String onlyWhen,
      @Nullable String source) {

    /** A field that does not choose from what the bank has made. */
    public Input(
        String name,
        String labelZh,
        String labelEn,
        boolean required,
        boolean list,
        String onlyWhen) {
      this(name, labelZh, labelEn, required, list, onlyWhen, null);
    }

    /** As planners see it. */
    String label(Locale language) {
      return language.equals(Locale.ENGLISH) ? labelEn : labelZh;
    }
  }
}
