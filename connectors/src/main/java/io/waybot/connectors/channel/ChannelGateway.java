package io.waybot.connectors.channel;

import io.waybot.db.content.CrashKind;

/**
 * A way out of the bank. {@link #send} never throws for what the outside does: every outcome is an
 * {@link Answer}, and it returns within {@link #LONGEST_CALL_SECONDS}.
 */
public interface ChannelGateway {

  /** No call lasts longer: connect and read time-outs together stay below. */
  int LONGEST_CALL_SECONDS = 8;

  /** The channel's code: sms, push, inbox, email. */
  String channel();

  /** What may be done about a send whose answer was never seen. */
  CrashKind kind();

  Answer send(Message message);

  /**
   * Asks what became of a reference; for {@link CrashKind#QUERYABLE} gateways.
   *
   * @throws UnsupportedOperationException for the other kinds
   */
  default Fate query(String key) {
    throw new UnsupportedOperationException(channel() + " cannot be asked by reference");
  }
}
