package io.waybot.bots.allocate;

import java.util.Arrays;
import java.util.function.Consumer;

/**
 * Finds good prices: first hot and on a sample of the units, then cooler and on more of them, last
 * cold on all. Each stage begins where the one before ended.
 */
final class PriceSearch {
  /** A sample is worth the trouble when it still has so many units. */
  private static final int ENOUGH = 12_000;

  /** Below so many units every stage is cheap, and a few customers weigh more. */
  private static final int FEW = 20_000;

  /** Units of a limit below which its price differs from sample to sample. */
  private static final double SPARSE = 100;

  private static final double HOT = 0.3;
  private static final double COLD = 2e-5;

  private final Instance instance;
  private final Workers workers;
  private final double scale;
  private final double jitter;
  private final double[] largest;

  /**
   * One of {@code part} units, temperatures from first to last, each {@code cooling} times less.
   */
  private record Stage(int part, double first, double last, double cooling, int steps) {}

  PriceSearch(Instance instance, Workers workers, double scale, double jitter) {
    this.instance = instance;
    this.workers = workers;
    this.scale = scale;
    this.jitter = jitter;
    this.largest = instance.kinds.largest(instance.limits.size());
  }

  /**
   * @param found is told of the prices after each stage that all units took part in
   */
  double[] search(Sweep full, Consumer<double[]> found) {
    var prices = new double[instance.limits.size()];
    if (instance.units() < FEW) {
      run(new Stage(1, HOT, COLD, 2, 25), full, prices, found);
      return prices;
    }
    var stages =
        new Stage[] {
          new Stage(64, HOT, 0.01, 3, 24),
          new Stage(16, 0.02, 3e-5, 3, 20),
          new Stage(4, 1e-3, 3e-5, 4, 12),
        };
    boolean begun = false;
    for (var stage : stages) {
      if (instance.units() / stage.part() >= ENOUGH) {
        var from = begun ? stage : new Stage(stage.part(), HOT, stage.last(), 2, 40);
        run(from, new Sweep(instance, workers, sample(stage.part())), prices, p -> {});
        begun = true;
      }
    }
    run(last(begun), full, prices, found);
    return prices;
  }

  /** All units; where a limit is for a few only, no sample can have told its price. */
  private Stage last(boolean begun) {
    if (!begun) {
      return new Stage(1, HOT, 6e-5, 2, 12);
    }
    boolean sparse = Arrays.stream(instance.limits.maximum()).anyMatch(most -> most < SPARSE);
    return sparse ? new Stage(1, 0.02, 6e-5, 3, 15) : new Stage(1, 2.4e-4, 6e-5, 4, 8);
  }

  /** A few more steps on all units, cold. */
  void polish(Sweep full, double[] prices, double temperature) {
    new DualAscent(full, instance.limits, largest, scale)
        .walk(prices, temperature * scale, jitter, 8);
  }

  /** The true prices, without the grain of jitter: lower bounds for few units. */
  void sharpen(Sweep full, double[] prices, Bounds bounds) {
    var ascent = new DualAscent(full, instance.limits, largest, scale);
    for (double t = COLD; t > 1e-8; t /= 5) {
      ascent.walk(prices, t * scale, 0, 25);
      bounds.add(prices, full);
    }
  }

  private void run(Stage stage, Sweep sweep, double[] prices, Consumer<double[]> found) {
    var limits =
        stage.part() == 1
            ? instance.limits
            : instance.limits.scaled((double) sweep.units() / instance.units());
    var ascent = new DualAscent(sweep, limits, largest, scale);
    for (double t = stage.first(); t >= stage.last(); t /= stage.cooling()) {
      ascent.walk(prices, t * scale, jitter, stage.steps());
      found.accept(prices);
    }
  }

  private int[] sample(int part) {
    var sample = new int[instance.units()];
    int size = 0;
    for (int unit = 0; unit < instance.units(); unit++) {
      int hash = Jitter.mix(instance.customerHash[instance.unitStart[unit]]);
      if (Integer.remainderUnsigned(hash, part) == 0) {
        sample[size++] = unit;
      }
    }
    return Arrays.copyOf(sample, size);
  }
}
