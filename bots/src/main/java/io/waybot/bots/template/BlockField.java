package io.waybot.bots.template;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One field of a block, in one language.
 *
 * @param name the robot's input variable
 * @param byDefault empty for none
 * @param source the live choices' name, or null when {@code options} are fixed or there are none
 * @param listed whether several values travel as a FEEL list rather than as text with commas
 * @param when {@code field=value} that shows this field; empty for always
 */
public record BlockField(
    String name,
    Kind kind,
    String label,
    String hint,
    boolean required,
    String byDefault,
    @Nullable String source,
    List<Choice> options,
    boolean listed,
    String when,
    @Nullable Double min,
    @Nullable Double max) {

  /** How a field is asked for. */
  public enum Kind {
    /** Which list: a set that a block upstream produces. */
    AUDIENCE,
    TEXT,
    LONG_TEXT,
    NUMBER,
    YES_NO,
    CHOICE,
    MANY,
    HIDDEN
  }

  BlockField withOptions(List<Choice> live) {
    return new BlockField(
        name, kind, label, hint, required, byDefault, source, live, listed, when, min, max);
  }
}
