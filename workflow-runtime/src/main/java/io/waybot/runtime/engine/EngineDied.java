package io.waybot.runtime.engine;

/** The engine is not there any more, or does not do its work; the supervisor starts it again. */
class EngineDied extends Exception {
  private static final long serialVersionUID = 1;

  EngineDied(String message) {
    super(message);
  }
}
