package io.waybot.connectors.channel;

/** What a queryable gateway says about a reference. */
public enum Fate {
  /** It has the message. */
  KNOWN,
  /** It has it and could not deliver it. */
  FAILED,
  /** It never saw it. */
  ABSENT,
  /** It gives no answer now; ask again. */
  SILENT
}
