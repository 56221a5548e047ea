package io.waybot.bots.allocate;

import java.util.Arrays;

/**
 * The first plan at given prices: who would lose most by a second choice chooses first, everybody
 * takes the best that still fits.
 */
final class Acceptance {
  private static final int CHUNK = 16_384;
  private final Instance instance;
  private final Pricing pricing;
  private final long[] order;

  Acceptance(Instance instance, Pricing pricing) {
    this.instance = instance;
    this.pricing = pricing;
    this.order = new long[instance.units()];
  }

  Plan plan(Workers workers) {
    int chunks = (instance.units() + CHUNK - 1) / CHUNK;
    workers.each(
        chunks,
        chunk -> {
          int to = Math.min(instance.units(), (chunk + 1) * CHUNK);
          for (int unit = chunk * CHUNK; unit < to; unit++) {
            int margin = Float.floatToIntBits((float) margin(unit));
            order[unit] = (long) ~margin << 32 | unit;
          }
        });
    Arrays.parallelSort(order);
    var plan = new Plan(instance);
    for (long unit : order) {
      takeBest(plan, (int) unit);
    }
    return plan;
  }

  /** What the best option earns above the second best or nothing. */
  private double margin(int unit) {
    double first = 0;
    double second = 0;
    for (int c = instance.unitStart[unit]; c < instance.unitStart[unit + 1]; c++) {
      for (int o = instance.customerStart[c]; o < instance.customerStart[c + 1]; o++) {
        double reduced = pricing.reduced(instance.customerHash[c], o, instance.kind[o]);
        if (reduced > first) {
          second = first;
          first = reduced;
        } else if (reduced > second) {
          second = reduced;
        }
      }
    }
    return first - second;
  }

  private void takeBest(Plan plan, int unit) {
    int take = -1;
    double most = 0;
    for (int c = instance.unitStart[unit]; c < instance.unitStart[unit + 1]; c++) {
      for (int o = instance.customerStart[c]; o < instance.customerStart[c + 1]; o++) {
        double reduced = pricing.reduced(instance.customerHash[c], o, instance.kind[o]);
        if (reduced > most && plan.fits(o)) {
          most = reduced;
          take = o;
        }
      }
    }
    if (take >= 0) {
      plan.put(unit, take);
    }
  }
}
