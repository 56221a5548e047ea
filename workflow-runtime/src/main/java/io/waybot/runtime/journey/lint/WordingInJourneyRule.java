package io.waybot.runtime.journey.lint;

import io.waybot.db.content.Content;
import io.waybot.db.content.Scripts;
import io.waybot.runtime.wording.Basis;
import io.waybot.runtime.wording.Checks;
import io.waybot.runtime.wording.Remark;
import io.waybot.runtime.wording.Said;
import io.waybot.runtime.wording.WordingLint;
import java.util.Map;
import java.util.Set;

/** Everything the journey says, read again with the channels that carry it. */
@Checks(
    value = {},
    basis = Basis.BANK)
class WordingInJourneyRule implements LintRule {
  private final SaidInJourney said;
  private final Scripts scripts;
  private final WordingLint wording;

  WordingInJourneyRule(SaidInJourney said, Scripts scripts, WordingLint wording) {
    this.said = said;
    this.scripts = scripts;
    this.wording = wording;
  }

  @Override
  public void check(Plan plan, Findings findings) {
    for (var line : said.lines(plan)) {
      var content = line.content();
      if (content != null) {
        var product = said.product(content.productCode()).orElse(null);
        wording
            .check(Said.of(content, product, line.channels(), line.languages()))
            .forEach(remark -> add(line.step(), remark, findings));
      }
    }
    for (var leads : plan.robots("create-leads")) {
      scripts
          .find(leads.input("script"))
          .ifPresent(script ->
              wording.check(spoken(script)).forEach(remark -> add(leads, remark, findings)));
    }
  }

  private static Said spoken(Scripts.Script script) {
    return new Said(
        script.code(),
        "MARKETING",
        null,
        Map.of(
            "zh", new Content.Text(script.nameZh(), script.textZh()),
            "en", new Content.Text(script.nameEn(), script.textEn())),
        null,
        Set.of("branch"),
        Set.of());
  }

  private static void add(Step step, Remark remark, Findings findings) {
    var on = findings.on(remark.basis());
    if (remark.error()) {
      on.error(step.id(), remark.rule(), remark.arguments().toArray());
    } else {
      on.warning(step.id(), remark.rule(), remark.arguments().toArray());
    }
  }
}
