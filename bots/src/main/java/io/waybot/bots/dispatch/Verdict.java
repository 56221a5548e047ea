package io.waybot.bots.dispatch;

import io.waybot.db.dispatch.SendRule;

/** What the rules say about one send, now. */
sealed interface Verdict {
  record Send(String address) implements Verdict {}

  record Withhold(SendRule rule) implements Verdict {}

  /** A stop order is in force: looked at again soon. */
  record Hold() implements Verdict {}

  /** The day of the channel is full: tomorrow, if that is in time. */
  record Tomorrow() implements Verdict {}
}
