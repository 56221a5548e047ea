package io.waybot.bots.policy;

/** Why a journey writes to customers; decides which contact rules apply. */
public enum Purpose {
  MARKETING,
  CARE,
  /**
   * A service notice: sent because the customer must know, so consent to marketing is not asked.
   */
  SERVICE
}
