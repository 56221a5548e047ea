package io.waybot.bots.allocate;

import java.util.ArrayList;
import java.util.List;

/**
 * What was proven on the way: at any prices λ no plan is worth more than D(λ) = Σ what the limits
 * are worth + Σ what each unit earns after paying (Everett, "Generalized Lagrange multiplier
 * method", Operations Research 11, 1963). A plan that misses minima is compared with plans that
 * miss as much: each missing unit gives back its price.
 */
final class Bounds {
  private final Limits limits;
  private final List<Proof> proofs = new ArrayList<>();

  private record Proof(double[] prices, double value) {}

  Bounds(Limits limits) {
    this.limits = limits;
  }

  void add(double[] prices, Sweep full) {
    full.ask(prices, 0, 0);
    double value = full.surplus;
    for (int r = 0; r < prices.length; r++) {
      value += limits.worth(r, prices[r]);
    }
    proofs.add(new Proof(prices.clone(), value));
  }

  double bound(double[] missing) {
    double least = Double.POSITIVE_INFINITY;
    for (var proof : proofs) {
      least = Math.min(least, with(proof, missing));
    }
    return least;
  }

  /** The prices that prove the bound. */
  double[] prices(double[] missing) {
    var best = proofs.getFirst();
    for (var proof : proofs) {
      best = with(proof, missing) < with(best, missing) ? proof : best;
    }
    return best.prices();
  }

  private static double with(Proof proof, double[] missing) {
    double value = proof.value();
    for (int r = 0; r < missing.length; r++) {
      value += Math.max(0, -proof.prices()[r]) * missing[r];
    }
    return value;
  }
}
