package io.waybot.runtime.journey.lint;

import io.waybot.runtime.wording.Basis;
import io.waybot.runtime.wording.Checks;

/** A journey comes to an end within twelve months, and not before it began. */
@Checks(
    value = {"no-end", "end-too-late", "end-past"},
    basis = Basis.BANK)
class EndDateRule implements LintRule {
  private static final int MONTHS = 12;

  @Override
  public void check(Plan plan, Findings findings) {
    var from = plan.settings().from();
    var until = plan.settings().until();
    var first = from == null ? plan.today() : from;
    if (until == null) {
      findings.error(null, "no-end", MONTHS);
    } else if (until.isBefore(first) || until.isBefore(plan.today())) {
      findings.error(null, "end-past", until.toString());
    } else if (until.isAfter(first.plusMonths(MONTHS))) {
      findings.error(null, "end-too-late", until.toString(), MONTHS);
    }
  }
}
