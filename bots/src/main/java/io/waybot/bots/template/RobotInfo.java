package io.waybot.bots.template;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes a robot a block of the palette; stands on the robot's input record.
 *
 * <p>Texts come from {@code io/waybot/bots/robots*_{zh,en}.properties}: {@code <job>.name} and,
 * optionally, {@code <job>.description}; for a variant {@code <job>.<variant>.name}.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface RobotInfo {
  /** The job type, as the robot's {@code jobType()}: {@code pull-audience}. */
  String job();

  BlockGroup group();

  /** The place within the group, ascending. */
  int order() default 100;

  /** The picture's name; see {@code icons.js} of the designer. */
  String icon() default "robot";

  /**
   * The input component that tells variants of one robot apart: {@code channel} of {@code
   * dispatch}. Each variant is a block of its own, and the planner does not see this field.
   */
  String variantField() default "";

  /** The values of {@link #variantField}, in palette order. */
  String[] variants() default {};
}
