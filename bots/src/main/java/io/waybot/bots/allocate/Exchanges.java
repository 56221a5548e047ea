package io.waybot.bots.allocate;

/**
 * Exchanges of two units as long as they gain: what prices cannot say when a single customer is a
 * large part of a limit. For few units only.
 */
final class Exchanges {
  private static final int PASSES = 8;
  private static final double GAIN = 1e-9;

  /** Pairs looked at in one plan: bounds the time, not the correctness. */
  private static final int LOOKS = 1_000_000;

  private final Plan plan;
  private final Instance instance;
  private final Pricing pricing;
  private int looks;

  Exchanges(Plan plan, Pricing pricing) {
    this.plan = plan;
    this.instance = plan.instance;
    this.pricing = pricing;
    this.looks = LOOKS / Math.max(1, instance.units());
  }

  /**
   * @param bound yuan that no plan exceeds, as proven by these prices
   */
  void improve(double bound) {
    boolean improved = true;
    for (int pass = 0; improved && pass < PASSES; pass++) {
      improved = pass(bound - plan.objective());
    }
  }

  private boolean pass(double missed) {
    boolean any = false;
    for (int unit = 0; unit < instance.units(); unit++) {
      for (int o = instance.unitOption(unit); o < instance.unitOption(unit + 1); o++) {
        double gain = plan.value(o) - plan.value(plan.chosen[unit]);
        if (gain > GAIN
            && (plan.change(unit, o) || canPay(unit, o, missed) && exchanged(unit, o, gain))) {
          any = true;
        }
      }
    }
    return any;
  }

  /** By duality no better plan has an option that is further below the unit's best than this. */
  private boolean canPay(int unit, int option, double missed) {
    double best = 0;
    for (int o = instance.unitOption(unit); o < instance.unitOption(unit + 1); o++) {
      best = Math.max(best, pricing.reduced(unit, o));
    }
    return best - pricing.reduced(unit, option) < missed;
  }

  private boolean exchanged(int unit, int option, double gain) {
    if (looks <= 0) {
      return false;
    }
    looks--;
    int before = plan.chosen[unit];
    double missing = plan.missing();
    plan.put(unit, -1);
    int full = plan.full(option);
    plan.put(unit, before);
    for (int other = 0; full >= 0 && other < instance.units(); other++) {
      int theirs = plan.chosen[other];
      if (other != unit && theirs >= 0 && instance.usage(theirs, full) > 0) {
        plan.put(other, -1);
        plan.put(unit, -1);
        if (plan.fits(option)) {
          plan.put(unit, option);
          int second = bestFitting(other);
          plan.put(other, second);
          if (plan.value(theirs) - plan.value(second) < gain - GAIN && !missesMore(missing)) {
            return true;
          }
        }
        plan.put(other, theirs);
        plan.put(unit, before);
      }
    }
    return false;
  }

  private boolean missesMore(double before) {
    return plan.missing() > before;
  }

  private int bestFitting(int unit) {
    int take = -1;
    for (int o = instance.unitOption(unit); o < instance.unitOption(unit + 1); o++) {
      if (instance.value[o] > Math.max(0, plan.value(take)) && plan.fits(o)) {
        take = o;
      }
    }
    return take;
  }
}
