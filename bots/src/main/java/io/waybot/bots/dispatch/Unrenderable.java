package io.waybot.bots.dispatch;

/**
 * A text that cannot be written for this customer; the message names the variable, never a value.
 */
public final class Unrenderable extends RuntimeException {
  Unrenderable(String message) {
    super(message, null, false, false);
  }
}
