package io.waybot.bots.allocate;

import java.util.Arrays;

/**
 * Prices of limits that have nothing to give. Any price at which nobody asks for them proves the
 * same bound, so the search may stop far above; what one unit would be worth is the least of them:
 * what the best bidder would gain by it. Where an option needs several such limits at once their
 * prices together make that gain, and one unit of one of them alone is worth its own price.
 */
final class Exhausted {
  private final Instance instance;
  private final boolean[] exhausted;

  Exhausted(Instance instance) {
    this.instance = instance;
    this.exhausted = new boolean[instance.limits.size()];
    for (int r = 0; r < exhausted.length; r++) {
      exhausted[r] = instance.limits.maximum()[r] == 0;
    }
  }

  /** The same prices with the least ones for exhausted limits; nothing else changes. */
  double[] settle(double[] prices) {
    var settled = prices.clone();
    for (int r = 0; r < settled.length; r++) {
      settled[r] = exhausted[r] ? 0 : settled[r];
    }
    var needs = needs();
    if (Arrays.stream(needs).anyMatch(n -> n == 1)) {
      raise(settled, needs, 1, 1);
    }
    if (Arrays.stream(needs).anyMatch(n -> n > 1)) {
      raise(settled, needs, 2, Integer.MAX_VALUE);
    }
    return settled;
  }

  /** By kind: how many exhausted limits it uses. */
  private int[] needs() {
    var kinds = instance.kinds;
    var needs = new int[kinds.size()];
    for (int k = 0; k < needs.length; k++) {
      for (int u = kinds.start[k]; u < kinds.start[k + 1]; u++) {
        needs[k] += exhausted[kinds.limit[u]] ? 1 : 0;
      }
    }
    return needs;
  }

  /** Raises prices until no option that needs so many exhausted limits is wanted. */
  private void raise(double[] prices, int[] needs, int least, int most) {
    for (int unit = 0; unit < instance.units(); unit++) {
      double other = 0;
      boolean bids = false;
      for (int o = instance.unitOption(unit); o < instance.unitOption(unit + 1); o++) {
        int need = needs[instance.kind[o]];
        bids |= need >= least && need <= most;
        other = need == 0 ? Math.max(other, instance.reduced(o, prices)) : other;
      }
      for (int o = instance.unitOption(unit); bids && o < instance.unitOption(unit + 1); o++) {
        int need = needs[instance.kind[o]];
        double gain = need >= least && need <= most ? instance.reduced(o, prices) - other : 0;
        if (gain > 0) {
          raiseFirst(instance.kind[o], gain, prices);
        }
      }
    }
  }

  private void raiseFirst(int kind, double gain, double[] prices) {
    var kinds = instance.kinds;
    int u = kinds.start[kind];
    while (!exhausted[kinds.limit[u]]) {
      u++;
    }
    prices[kinds.limit[u]] += gain / kinds.amount[u];
  }
}
