package io.waybot.runtime.journey.lint;

import io.waybot.db.journey.JourneySettings;

/** A journey that has a fault and one that has not. */
record Pair(Class<? extends LintRule> rule, String code, Sample bad, Sample good) {
  record Sample(String drawing, JourneySettings settings) {
    static Sample of(String drawing) {
      return new Sample(drawing, LintDesk.complete());
    }

    static Sample of(String drawing, String settings) {
      return new Sample(drawing, JourneySettings.fromJson(settings));
    }
  }

  /** Two drawings with complete settings. */
  static Pair drawn(Class<? extends LintRule> rule, String code, String bad, String good) {
    return new Pair(rule, code, Sample.of(bad), Sample.of(good));
  }

  /** One drawing with two settings. */
  static Pair set(
      Class<? extends LintRule> rule, String code, String drawing, String bad, String good) {
    return new Pair(rule, code, Sample.of(drawing, bad), Sample.of(drawing, good));
  }

  @Override
  public String toString() {
    return code;
  }
}
