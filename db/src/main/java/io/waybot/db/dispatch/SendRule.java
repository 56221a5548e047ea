package io.waybot.db.dispatch;

/** Why a send was withheld, or moved to a later time. */
public enum SendRule {
  NO_CONSENT,
  OPTED_OUT,
  PROTECTED,
  COMPLAINT,
  ASSESSMENT,
  RISK,
  CAP,
  OTHER_WON,
  NO_ADDRESS,
  QUIET_HOURS,
  CAPACITY,
  STOPPED,
  EXPIRED,
  CANCELLED
}
