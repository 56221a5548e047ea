package io.waybot.bots.decide;

import org.springframework.stereotype.Component;

/**
 * Chooses at most one treatment per customer so that the expected value is largest within all
 * capacities.
 *
 * <p>Maximises Σ v(o) x(o) subject to Σ a(o,r) x(o) ≤ C(r), Σ x(o) ≤ 1 per customer, x ∈ {0, 1}: a
 * generalised assignment problem. Solved by Lagrangian relaxation of the capacities: {@link
 * DualPrices} lowers the bound D(λ) = Σ λ(r) C(r) + Σ max(0, v − λa), {@link PrimalRepair} turns
 * its prices into a plan within all capacities. D(λ) is never below the best plan, so the gap is
 * proven, not estimated. Deterministic: no randomness, fixed order of summation, ties by the
 * customers' order. Source: Fisher, "The Lagrangian Relaxation Method for Solving Integer
 * Programming Problems", Management Science 27 (1981), 1–18.
 */
@Component
class TreatmentAllocator {
  private static final int ROUNDS = 40;
  private static final int ROUNDS_FOR_EXACT = 10;
  private static final double EXACT = 1e-6;
  private static final double GOOD_ENOUGH = 1e-4;

  Allocation allocate(AllocationProblem problem) {
    var prices = new DualPrices(problem);
    var repair = new PrimalRepair(problem);
    Allocation best = null;
    for (int round = 0; round < ROUNDS; round++) {
      prices.improve(best == null ? 0 : best.objective());
      var plan = repair.plan(prices.best(), prices.bound());
      if (best == null || plan.objective() > best.objective()) {
        best = withBound(plan, prices);
      }
      double gap = withBound(best, prices).gap();
      if (gap <= EXACT || round >= ROUNDS_FOR_EXACT && gap <= GOOD_ENOUGH) {
        break;
      }
    }
    return withBound(java.util.Objects.requireNonNull(best), prices);
  }

  private static Allocation withBound(Allocation plan, DualPrices prices) {
    return new Allocation(
        plan.chosen(),
        prices.best(),
        plan.used(),
        plan.objective(),
        Math.max(prices.bound(), plan.objective()));
  }
}
