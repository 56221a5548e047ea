package io.waybot.runtime.journey.lint;

import io.waybot.runtime.wording.Basis;
import io.waybot.runtime.wording.Checks;
import java.util.Set;
import org.roaringbitmap.RoaringBitmap;

/** Without a control group nobody can tell what a journey changed; with many customers it must. */
@Checks(value = "no-holdout", basis = Basis.BANK)
class HoldoutRule implements LintRule {
  private static final int MANY = 10_000;
  private static final String SPLIT = "split-arms";

  private final KnownLists lists;

  HoldoutRule(KnownLists lists) {
    this.lists = lists;
  }

  @Override
  public void check(Plan plan, Findings findings) {
    if (!plan.marketing()) {
      return; // care and service notices reach everybody
    }
    var split = plan.drawing().certainBefore(step -> holdsOut(step) ? Set.of(SPLIT) : Set.of());
    plan.contacts().stream()
        .filter(step -> !split.getOrDefault(step.id(), Set.of()).contains(SPLIT))
        .findFirst()
        .ifPresent(step -> {
          if (customers(plan) >= MANY) {
            findings.error(step.id(), "no-holdout", step.label());
          } else {
            findings.warning(step.id(), "no-holdout", step.label());
          }
        });
  }

  private static boolean holdsOut(Step step) {
    if (!SPLIT.equals(step.job())) {
      return false;
    }
    var percent = step.inputs().getOrDefault("controlPercent", "").strip();
    return percent.isEmpty() || !percent.matches("=?0*([.]0*)?"); // empty: the robot's usual share
  }

  /** How many customers the journey pulls in a day, as far as segments can tell. */
  private int customers(Plan plan) {
    var all = new RoaringBitmap();
    for (var pull : plan.robots("pull-audience")) {
      lists
          .segment(pull.inputs().getOrDefault("segment", "").strip(), plan.today())
          .ifPresent(known -> all.or(known.customers()));
    }
    all.and(lists.customersOf(lists.ownerOf(plan.journeyKey())));
    return all.getCardinality();
  }
}
