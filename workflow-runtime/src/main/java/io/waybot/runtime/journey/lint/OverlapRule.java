package io.waybot.runtime.journey.lint;

import io.waybot.runtime.wording.Basis;
import io.waybot.runtime.wording.Checks;
import org.roaringbitmap.RoaringBitmap;

/** Another live journey goes first for half of this list or more. */
@Checks(value = "overlap", basis = Basis.BANK)
class OverlapRule implements LintRule {
  private static final int HALF_PERCENT = 50;

  private final KnownLists lists;
  private final LiveJourneys others;

  OverlapRule(KnownLists lists, LiveJourneys others) {
    this.lists = lists;
    this.others = others;
  }

  @Override
  public void check(Plan plan, Findings findings) {
    for (var pull : plan.robots("pull-audience")) {
      var known = lists.segment(pull.input("segment"), plan.today());
      if (known.isEmpty() || known.get().customers().isEmpty()) {
        continue;
      }
      for (var other : others.before(plan)) {
        int percent = percent(known.get().customers(), other, plan);
        if (percent >= HALF_PERCENT) {
          findings.warning(
              pull.id(), "overlap", other.name(findings.language().getLanguage()), percent);
        }
      }
    }
  }

  private int percent(RoaringBitmap list, LiveJourneys.Live other, Plan plan) {
    var taken = new RoaringBitmap();
    other
        .segments()
        .forEach(code ->
            lists.segment(code, plan.today()).ifPresent(known -> taken.or(known.customers())));
    return (int) (100L * RoaringBitmap.andCardinality(list, taken) / list.getLongCardinality());
  }
}
