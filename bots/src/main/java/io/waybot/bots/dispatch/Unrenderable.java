package io.waybot.bots.dispatch;

import io.waybot.bots.Said;

/**
 * A text that cannot be written for this customer; the message names the variable, never a value.
 */
public final class Unrenderable extends RuntimeException {
  private final transient Said why;

  Unrenderable(Said why) {
    super(why.text(), null, false, false);
    this.why = why;
  }

  public Said why() {
    return why;
  }
}
