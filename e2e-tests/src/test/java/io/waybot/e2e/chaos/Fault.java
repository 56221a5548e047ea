package io.waybot.e2e.chaos;

import java.util.random.RandomGenerator;

/** What a provider does to a call. */
enum Fault {
  NONE,
  /** Says plainly that it did not take it. */
  BUSY,
  /** Ends the conversation without having taken it. */
  DROP,
  /** Takes it and answers, late but in time. */
  DELAY,
  /** Takes it when the caller has long given up. */
  LATE,
  /** Takes it and reports an error of its own. */
  ERROR_AFTER,
  /** Takes it and ends the conversation without an answer. */
  DROP_AFTER;

  static final long DELAY_MILLIS = 1_200;

  /** Longer than every gateway waits for an answer. */
  static final long LATE_MILLIS = 6_500;

  /** Three in four calls go well; a late answer is rare, because it holds its caller up. */
  static Fault draw(RandomGenerator random) {
    int dice = random.nextInt(1_000);
    if (dice < 750) {
      return NONE;
    }
    if (dice < 800) {
      return BUSY;
    }
    if (dice < 860) {
      return DROP;
    }
    if (dice < 900) {
      return DELAY;
    }
    if (dice < 905) {
      return LATE;
    }
    return dice < 955 ? ERROR_AFTER : DROP_AFTER;
  }

  /** The caller cannot know whether its message arrived. */
  boolean leavesDoubt() {
    return this == DROP || this == LATE || this == ERROR_AFTER || this == DROP_AFTER;
  }

  boolean takesIt() {
    return this != BUSY && this != DROP;
  }

  /** How long the provider thinks about it before it takes it. */
  long millis() {
    return switch (this) {
      case DELAY -> DELAY_MILLIS;
      case LATE -> LATE_MILLIS;
      case NONE, BUSY, DROP, ERROR_AFTER, DROP_AFTER -> 0;
    };
  }
}
