package io.waybot.bots.allocate;

import java.util.HashSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Chooses at most one option per unit so that the value is largest within all limits.
 *
 * <p>Maximises Σ v(o) x(o) subject to m(r) ≤ Σ a(o,r) x(o) ≤ C(r), Σ x(o) ≤ 1 per unit, x ∈ {0, 1}.
 * Each limit gets a price ({@link PriceSearch}); at prices λ every unit takes what earns most after
 * paying, which proves a bound ({@link Bounds}); the plan is made from it by accepting who loses
 * most by a second choice first, meeting minima by the cheapest switches and giving out what is
 * left. A minimum that would cost more than its penalty stays short and is reported. Source:
 * Fisher, "The Lagrangian Relaxation Method for Solving Integer Programming Problems", Management
 * Science 27 (1981), 1–18.
 *
 * <p>Deterministic: fixed chunks, sums in chunk order, ties by a hash of customer and treatment;
 * the number of threads changes nothing.
 */
@Component
public class TreatmentAllocator {
  private static final double JITTER = 5e-4;
  private static final double GOOD_ENOUGH = 2e-5;

  /** A gap that another look at all units is not worth. */
  private static final double NOT_WORTH = 4e-5;

  /** The same where values tie: what is left is a matter of who, not of how much. */
  private static final double NOT_WORTH_TIED = 2.5e-4;

  /** Below so many units every price on the way is worth a plan. */
  private static final int FEW = 20_000;

  /** Below so many units every plan is worth looking at all pairs of customers. */
  private static final int TINY = 300;

  private static final int POLISHES = 3;

  private final int threads;

  @Autowired
  public TreatmentAllocator() {
    this(Runtime.getRuntime().availableProcessors());
  }

  public TreatmentAllocator(int threads) {
    this.threads = threads;
  }

  /**
   * @throws IllegalStateException if the answer breaks a limit: a bug, found by the {@link Checker}
   */
  public Allocation allocate(Instance instance) {
    try (var workers = new Workers(threads)) {
      var answer = new Search(instance, workers).answer();
      var violations = Checker.violations(instance, answer);
      if (!violations.isEmpty()) {
        throw new IllegalStateException("the allocation does not hold: " + violations);
      }
      return answer;
    }
  }

  private static final class Search {
    private final Instance instance;
    private final Workers workers;
    private final double jitter;
    private final Bounds bounds;
    private final Sweep full;
    private final PriceSearch prices;
    private @Nullable Plan best;

    Search(Instance instance, Workers workers) {
      this.instance = instance;
      this.workers = workers;
      double scale = scale(instance);
      this.jitter = JITTER * scale;
      this.bounds = new Bounds(instance.limits);
      this.full = new Sweep(instance, workers, null);
      this.prices = new PriceSearch(instance, workers, scale, jitter);
    }

    Allocation answer() {
      boolean few = instance.units() < FEW;
      Consumer<double[]> found =
          price -> {
            bounds.add(price, full);
            if (few) {
              keepBetter(plan(price));
            }
          };
      var price = prices.search(full, found);
      var plan = keepBetter(plan(price));
      double temperature = 3e-5;
      double notWorth = few ? GOOD_ENOUGH : tied(instance) ? NOT_WORTH_TIED : NOT_WORTH;
      for (int i = 0; i < POLISHES && gap(plan) > notWorth; i++) {
        prices.polish(full, price, temperature);
        bounds.add(price, full);
        plan = keepBetter(plan(price));
        temperature /= 2;
      }
      if (few) {
        prices.sharpen(full, price, bounds);
        exchange(plan);
      }
      var missing = plan.allMissing();
      return new Allocation(
          plan.chosen,
          new Exhausted(instance).settle(bounds.prices(missing)),
          plan.used,
          missing,
          plan.objective(),
          Math.max(bounds.bound(missing), plan.objective()));
    }

    private void exchange(Plan plan) {
      var missing = plan.allMissing();
      var pricing = new Pricing(instance, bounds.prices(missing), 0);
      new Exchanges(plan, pricing).improve(bounds.bound(missing));
    }

    private double gap(Plan plan) {
      double bound = bounds.bound(plan.allMissing());
      return bound <= 0 ? 0 : (bound - plan.objective()) / bound;
    }

    private Plan plan(double[] price) {
      var pricing = new Pricing(instance, price, jitter);
      var plan = new Acceptance(instance, pricing).plan(workers);
      new MinimumRepair(plan, pricing, price).repair();
      double bound = bounds.bound(plan.allMissing());
      new Refill(plan, pricing).fill(bound * (1 - GOOD_ENOUGH));
      if (instance.units() < TINY) {
        new Exchanges(plan, pricing).improve(bound);
      }
      return plan;
    }

    /** The more valuable plan once penalties are paid. */
    private Plan keepBetter(Plan plan) {
      if (best == null || plan.afterPenalties() > best.afterPenalties()) {
        best = plan;
      }
      return best;
    }

    /** Whether most values, of those looked at, are not the only ones of their size. */
    private static boolean tied(Instance instance) {
      int looks = Math.min(instance.options(), 20_000);
      long step = Math.max(1, instance.options() / Math.max(1, looks));
      var different = new HashSet<Float>();
      for (int i = 0; i < looks; i++) {
        different.add(instance.value[(int) (i * step)]);
      }
      return different.size() < looks / 2;
    }

    /** What a unit's best option is worth on average, yuan: the measure of all temperatures. */
    private static double scale(Instance instance) {
      double sum = 0;
      int count = 0;
      for (int unit = 0; unit < instance.units(); unit += 1 + instance.units() / 20_000) {
        double most = 0;
        for (int o = instance.unitOption(unit); o < instance.unitOption(unit + 1); o++) {
          most = Math.max(most, instance.value[o]);
        }
        sum += most;
        count++;
      }
      return sum > 0 ? sum / count : 1;
    }
  }
}
