package io.waybot.runtime.journey.lint;

import io.waybot.runtime.wording.Basis;
import io.waybot.runtime.wording.Checks;
import org.roaringbitmap.RoaringBitmap;

/** A list of another part of the bank, or with customers of one. */
@Checks(
    value = {"list-of-other-unit", "list-outside-unit"},
    basis = Basis.BANK)
class UnitRule implements LintRule {
  private final KnownLists lists;

  UnitRule(KnownLists lists) {
    this.lists = lists;
  }

  @Override
  public void check(Plan plan, Findings findings) {
    var pulls = plan.robots("pull-audience");
    if (pulls.isEmpty()) {
      return;
    }
    var unit = lists.ownerOf(plan.journeyKey());
    var path = lists.pathOf(unit);
    for (var pull : pulls) {
      var code = pull.input("segment");
      lists
          .segment(code, plan.today())
          .ifPresent(known -> check(pull, code, known, path, unit, findings));
    }
  }

  private void check(
      Step pull, String code, KnownLists.Known known, String path, String unit, Findings findings) {
    var shared = path.startsWith(known.ownerPath()) || known.ownerPath().startsWith(path);
    if (!shared) {
      findings.error(pull.id(), "list-of-other-unit", pull.label(), code);
    } else if (known.uploaded()) { // a rule is limited to the unit when it is asked
      int outside = RoaringBitmap.andNotCardinality(known.customers(), lists.customersOf(unit));
      if (outside > 0) {
        findings.error(pull.id(), "list-outside-unit", pull.label(), outside);
      }
    }
  }
}
