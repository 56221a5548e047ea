package io.waybot.bots.allocate;

/** Gives out what is left over: whoever gains takes it, those who belong there most first. */
final class Refill {
  private static final int PASSES = 12;
  private static final double GAIN = 1e-9;

  private final Plan plan;
  private final Instance instance;
  private final Pricing pricing;

  Refill(Plan plan, Pricing pricing) {
    this.plan = plan;
    this.instance = plan.instance;
    this.pricing = pricing;
  }

  /**
   * @param enough yuan; a plan of that value is left alone
   */
  void fill(double enough) {
    for (int pass = 0; pass < PASSES && plan.objective() < enough; pass++) {
      var moves = moves();
      if (moves.isEmpty()) {
        return;
      }
      moves.cheapestFirst((unit, option, loss) -> {
        if (plan.value(option) > plan.value(plan.chosen[unit]) + GAIN) {
          plan.change(unit, option);
        }
        return true;
      });
    }
  }

  private Moves moves() {
    var open = new boolean[instance.kinds.size()];
    for (int k = 0; k < open.length; k++) {
      open[k] = plan.fitsKind(k);
    }
    var moves = new Moves();
    for (int unit = 0; unit < instance.units(); unit++) {
      collect(unit, open, moves);
    }
    return moves;
  }

  private void collect(int unit, boolean[] open, Moves moves) {
    int now = plan.chosen[unit];
    double value = plan.value(now) + GAIN;
    double reduced = Double.NaN;
    for (int o = instance.unitOption(unit); o < instance.unitOption(unit + 1); o++) {
      if (instance.value[o] > value && open[instance.kind[o]]) {
        reduced = Double.isNaN(reduced) ? pricing.reduced(unit, now) : reduced;
        moves.add(unit, o, reduced - pricing.reduced(unit, o));
      }
    }
  }
}
