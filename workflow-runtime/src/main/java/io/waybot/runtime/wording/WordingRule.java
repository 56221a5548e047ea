package io.waybot.runtime.wording;

/** One thing that may be wrong with what is said; named by {@link Checks}. */
interface WordingRule {
  void check(Said said, Remarks remarks);
}
