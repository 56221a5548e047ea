package io.waybot.db.dispatch;

/** The life of one send. */
public enum DispatchState {
  PENDING,
  /** Nobody makes it any more: due rows are taken and marked in one transaction. */
  CLAIMED,
  /** Committed just before the call: it may be on its way. */
  SENDING,
  SENT,
  REJECTED,
  /** Nobody can tell whether it arrived; never sent again by itself. */
  UNKNOWN,
  /** A rule kept it from being sent. */
  WITHHELD;

  public boolean terminal() {
    return switch (this) {
      case PENDING, CLAIMED, SENDING -> false;
      case SENT, REJECTED, UNKNOWN, WITHHELD -> true;
    };
  }
}
