package io.waybot.runtime.results;

/**
 * The one sentence above all numbers.
 *
 * @param kind what it says, for the colour
 */
public record Verdict(Kind kind, String zh, String en) {
  public enum Kind {
    /** The interval lies above zero. */
    GAIN,
    /** The interval lies below zero. */
    LOSS,
    /** The interval holds zero and more customers or days may move it. */
    EARLY,
    /** The interval holds zero and the window has closed. */
    NONE,
    /** The arms are not in the ratio asked for: no number should be believed. */
    UNEVEN,
    /** Nobody was held out. */
    NO_CONTROL,
    /** Nothing was evaluated yet. */
    NOTHING
  }
}
