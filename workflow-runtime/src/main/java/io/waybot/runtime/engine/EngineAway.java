package io.waybot.runtime.engine;

/** The engine did not answer in time; whether it did what was asked is not known. */
public class EngineAway extends RuntimeException {
  private static final long serialVersionUID = 1;

  EngineAway(String message, Throwable cause) {
    super(message, cause);
  }
}
