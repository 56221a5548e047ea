package io.waybot.runtime.journey.lint;

import io.waybot.runtime.wording.Checks;

/** One thing that may be wrong with a journey; named by {@link Checks}. */
interface LintRule {
  void check(Plan plan, Findings findings);
}
