package io.waybot.runtime.journey.lint;

import io.waybot.db.journey.JourneySettings;
import io.waybot.db.journey.JourneySettings.Purpose;
import java.time.LocalDate;
import java.util.List;

/**
 * A journey as lint sees it: what was drawn and what was set beside it.
 *
 * @param today by the bank's clock
 */
record Plan(Drawing drawing, JourneySettings settings, LocalDate today) {

  String journeyKey() {
    return drawing.processId();
  }

  boolean marketing() {
    return settings.purpose() == Purpose.MARKETING;
  }

  /** The blocks that write to customers or have them called. */
  List<Step> contacts() {
    return drawing.robots().stream().filter(Step::contacts).toList();
  }

  /** The blocks of one kind of robot. */
  List<Step> robots(String job) {
    return drawing.robots().stream().filter(step -> job.equals(step.job())).toList();
  }
}
