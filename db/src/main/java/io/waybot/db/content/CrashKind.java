package io.waybot.db.content;

/** What a channel lets us do about a send whose answer we never saw. */
public enum CrashKind {
  /** The same key twice arrives once: send again. */
  IDEMPOTENT,
  /** Ask by our reference, then send again if it is not known there. */
  QUERYABLE,
  /** Nobody can tell: UNKNOWN, shown to a person, never sent again by itself. */
  PLAIN,
  /** No gateway: the send is a row of our own, as a lead is. */
  OWN_TABLE
}
