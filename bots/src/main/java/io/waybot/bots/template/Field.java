package io.waybot.bots.template;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * One field that a planner fills in; stands on a component of a robot's input record. The kind of
 * field follows from the component's type: an {@code AudienceRef} asks "which list", a boolean is a
 * switch, a number a number, an enum or one with {@link #options} or {@link #choices} a selection,
 * a {@code List<String>} a selection of several, other text a line of text.
 *
 * <p>Texts: {@code <job>.<field>.label}, optionally {@code .hint}, and for each of {@link #options}
 * {@code <job>.<field>.<option>}.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Field {
  boolean required() default false;

  /** What stands in the field at first; empty means nothing. */
  String byDefault() default "";

  /** Fixed values to select from. */
  String[] options() default {};

  /**
   * Values the bank has made, by name: {@code segments}, {@code contents}, {@code products}, {@code
   * channels}, {@code models}, {@code scripts}, {@code datasets}, {@code columns} and {@code
   * amounts} of the customers, {@code dataColumns} of any dataset, {@code benefits}, {@code
   * events}; see {@link LiveChoices}. The value stored is the code.
   */
  String choices() default "";

  /** Several values may be selected; a {@code String} component then holds them with commas. */
  boolean many() default false;

  /** More than one line of text. */
  boolean longText() default false;

  /** Lowest and highest number allowed. */
  double min() default Double.NEGATIVE_INFINITY;

  double max() default Double.POSITIVE_INFINITY;

  /** Shown only when another field has a value: {@code onMissing=default}. */
  String when() default "";

  /** Set by the platform or for experts only: never shown to planners. */
  boolean hidden() default false;
}
