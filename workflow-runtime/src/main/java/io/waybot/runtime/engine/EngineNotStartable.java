package io.waybot.runtime.engine;

import org.jspecify.annotations.Nullable;

/** The engine cannot be started as things are; the message says what a person can do about it. */
public class EngineNotStartable extends IllegalStateException {
  private static final long serialVersionUID = 1;

  EngineNotStartable(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
