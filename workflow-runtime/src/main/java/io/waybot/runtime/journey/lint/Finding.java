package io.waybot.runtime.journey.lint;

import org.jspecify.annotations.Nullable;

/**
 * One thing to look at.
 *
 * @param elementId where on the canvas; null: the whole drawing
 * @param rule stable code: {@code content-missing}
 * @param message what to do, in the reader's language
 * @param basis where the rule comes from, in the reader's language
 */
public record Finding(
    @Nullable String elementId, String rule, Severity severity, String message, String basis) {

  public enum Severity {
    ERROR,
    WARNING
  }

  public boolean isError() {
    return severity == Severity.ERROR;
  }
}
