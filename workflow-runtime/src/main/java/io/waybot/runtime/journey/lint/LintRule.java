package io.waybot.runtime.journey.lint;

/** One thing that may be wrong with a drawing. */
interface LintRule {
  void check(Drawing drawing, Findings findings);
}
