package io.waybot.runtime.access;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * How an endpoint answers, for its description: {@code "202"} for a status other than 200 with the
 * same body, and {@code "409 run_exists"} for each problem with its code. What every endpoint
 * answers (not signed in, not your role, not found) need not be said.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Answers {
  String[] value();
}
