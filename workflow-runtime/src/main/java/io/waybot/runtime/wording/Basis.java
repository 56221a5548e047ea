package io.waybot.runtime.wording;

/** Where a rule comes from; the phrase {@code basis.<name>} says it in the rule's help. */
public enum Basis {
  /** The engine or a robot could not do it. */
  ENGINE,
  /** Asked for by this bank. */
  BANK,
  /** It would open a door of the installation. */
  SAFETY,
  /** Asked for by this bank; the bank's lawyers have to confirm the law behind it. */
  COUNSEL,
  ADVERTISING,
  SUITABILITY,
  RECORDING,
  MESSAGES,
  PHISHING,
  PERSONAL_DATA
}
