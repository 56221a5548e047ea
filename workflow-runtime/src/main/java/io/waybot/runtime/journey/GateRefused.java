package io.waybot.runtime.journey;

import org.jspecify.annotations.Nullable;

/** A file that does not come in: not BPMN, hostile, or too big. Nothing was stored. */
public class GateRefused extends RuntimeException {
  private final String rule;
  private final transient @Nullable Object[] arguments;

  GateRefused(String rule, @Nullable Object... arguments) {
    super(rule);
    this.rule = rule;
    this.arguments = arguments;
  }

  /** The phrase {@code lint.<rule>} says why. */
  public String rule() {
    return rule;
  }

  public @Nullable Object[] arguments() {
    return arguments.clone();
  }
}
