package io.waybot.bots.allocate;

/**
 * Meets minima that the plan misses by the cheapest switches: first those for which there is room,
 * then those for which somebody else must give way. What would cost more than the penalty stays
 * missing.
 */
final class MinimumRepair {
  private final Plan plan;
  private final Instance instance;
  private final Pricing pricing;

  private final double[] prices;

  MinimumRepair(Plan plan, Pricing pricing, double[] prices) {
    this.prices = prices;
    this.plan = plan;
    this.instance = plan.instance;
    this.pricing = pricing;
  }

  void repair() {
    for (int limit = 0; limit < instance.limits.size(); limit++) {
      if (plan.missing(limit) > 0) {
        switchTo(limit, false);
      }
      if (plan.missing(limit) > 0) {
        switchTo(limit, true);
      }
    }
  }

  private void switchTo(int limit, boolean displacing) {
    var leavers = new Leavers(plan, pricing);
    double mayCost = instance.limits.penalty()[limit] + Math.min(0, prices[limit]);
    candidates(limit)
        .cheapestFirst((unit, option, loss) -> {
          int now = plan.chosen[unit];
          boolean helps = now < 0 || instance.usage(now, limit) < instance.usage(option, limit);
          if (helps && loss <= mayCost && !plan.change(unit, option) && displacing) {
            leavers.makeRoom(unit, option, mayCost - loss);
          }
          return loss < mayCost && plan.missing(limit) > 0;
        });
  }

  private Moves candidates(int limit) {
    var uses = new boolean[instance.kinds.size()];
    for (int k = 0; k < uses.length; k++) {
      uses[k] = instance.kinds.usage(k, limit) > 0;
    }
    var moves = new Moves();
    for (int unit = 0; unit < instance.units(); unit++) {
      int now = plan.chosen[unit];
      if (now >= 0 && uses[instance.kind[now]]) {
        continue;
      }
      double reduced = Double.NaN;
      for (int o = instance.unitOption(unit); o < instance.unitOption(unit + 1); o++) {
        if (uses[instance.kind[o]]) {
          reduced = Double.isNaN(reduced) ? pricing.reduced(unit, now) : reduced;
          double loss = reduced - pricing.reduced(unit, o);
          if (Double.isFinite(loss)) {
            moves.add(unit, o, loss);
          }
        }
      }
    }
    return moves;
  }
}
