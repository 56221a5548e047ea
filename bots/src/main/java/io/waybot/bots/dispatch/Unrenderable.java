package io.waybot.bots.dispatch;

/**
 * A text that cannot be written for this customer; the message names the variable, never a value.
 */
public final class Unrenderable extends RuntimeException {
  private final String reason;

  Unrenderable(String reason) {
    super(reason, null, false, false);
    this.reason = reason;
  }

  public String reason() {
    return reason;
  }
}
