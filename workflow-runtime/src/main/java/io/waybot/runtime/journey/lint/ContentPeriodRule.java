package io.waybot.runtime.journey.lint;

import io.waybot.runtime.wording.Basis;
import io.waybot.runtime.wording.Checks;

/** A content that does not exist, or ends before the journey does. */
@Checks(
    value = {"content-unknown", "content-expired", "content-ends"},
    basis = Basis.BANK)
class ContentPeriodRule implements LintRule {
  private final SaidInJourney said;

  ContentPeriodRule(SaidInJourney said) {
    this.said = said;
  }

  @Override
  public void check(Plan plan, Findings findings) {
    for (var line : said.lines(plan)) {
      var content = line.content();
      if (content == null) {
        findings.error(line.step().id(), "content-unknown", line.step().label(), line.code());
        continue;
      }
      var ends = content.validUntil();
      var until = plan.settings().until();
      if (ends != null && ends.isBefore(plan.today())) {
        findings.error(line.step().id(), "content-expired", line.code(), ends.toString());
      } else if (ends != null && until != null && ends.isBefore(until)) {
        findings.error(
            line.step().id(), "content-ends", line.code(), ends.toString(), until.toString());
      }
    }
  }
}
