package io.waybot.runtime.wording;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.stereotype.Component;

/** A rule of lint: what it may find and where it comes from. */
@Component
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Checks {

  /** Stable codes; the phrase {@code lint.<code>} says what to do. */
  String[] value();

  Basis basis();
}
