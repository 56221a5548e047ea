package io.waybot.runtime.journey.lint;

import io.waybot.runtime.wording.Basis;
import io.waybot.runtime.wording.Checks;

/** A care or service journey that offers something, or says what a marketing content says. */
@Checks(
    value = {"purpose-offer", "purpose-content"},
    basis = Basis.BANK)
class PurposeRule implements LintRule {
  private final SaidInJourney said;

  PurposeRule(SaidInJourney said) {
    this.said = said;
  }

  @Override
  public void check(Plan plan, Findings findings) {
    if (plan.marketing()) {
      return;
    }
    plan.robots("decide-treatments")
        .forEach(step -> findings.error(step.id(), "purpose-offer", step.label()));
    for (var line : said.lines(plan)) {
      if (line.content() != null && line.content().marketing()) {
        findings.error(line.step().id(), "purpose-content", line.step().label(), line.code());
      }
    }
  }
}
