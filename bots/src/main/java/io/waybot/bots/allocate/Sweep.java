package io.waybot.bots.allocate;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Asks every unit what it wants at given prices. With a temperature it answers softly: each option
 * with the probability of the soft maximum, which makes the bound smooth (Nesterov, "Smooth
 * minimization of non-smooth functions", Mathematical Programming 103, 2005).
 *
 * <p>Works in fixed chunks whose sums are added in chunk order: any number of threads gives the
 * same bits.
 */
final class Sweep {
  private static final int CHUNK = 16_384;

  /** An option this many temperatures below the best has no weight that counts. */
  private static final double WINDOW = 18;

  private final Instance instance;
  private final Workers workers;
  private final int @Nullable [] sample;
  private final int units;
  private final double[][] sums;
  private final int widest;

  /** Wanted units of each limit at the last prices. */
  final double[] demand;

  /** How fast that falls with the limit's own price, times the temperature. */
  final double[] curvature;

  /** What the units earn after paying, in sum; only asked for at temperature 0. */
  double surplus;

  Sweep(Instance instance, Workers workers, int @Nullable [] sample) {
    this.instance = instance;
    this.workers = workers;
    this.sample = sample;
    this.units = sample == null ? instance.units() : sample.length;
    this.demand = new double[instance.limits.size()];
    this.curvature = new double[demand.length];
    this.sums = new double[(units + CHUNK - 1) / CHUNK][2 * demand.length + 1];
    int most = 1;
    for (int unit = 0; unit < instance.units(); unit++) {
      most = Math.max(most, instance.unitOption(unit + 1) - instance.unitOption(unit));
    }
    this.widest = most;
  }

  int units() {
    return units;
  }

  /**
   * @param temperature yuan; 0: every unit wants its best option and nothing else
   * @param jitter yuan that a tie may be settled with; 0: the true values
   */
  void ask(double[] prices, double temperature, double jitter) {
    var pay = instance.kinds.pay(prices, instance.limits, jitter);
    workers.each(sums.length, chunk -> new Chunk(sums[chunk], pay, temperature, jitter).ask(chunk));
    Arrays.fill(demand, 0);
    Arrays.fill(curvature, 0);
    surplus = 0;
    for (var sum : sums) {
      for (int r = 0; r < demand.length; r++) {
        demand[r] += sum[r];
        curvature[r] += sum[demand.length + r];
      }
      surplus += sum[2 * demand.length];
    }
  }

  private final class Chunk {
    private final double[] sum;
    private final double[] pay;
    private final double temperature;
    private final double jitter;
    private final float[] values = instance.value;
    private final int[] kinds = instance.kind;
    private final int[] salts = instance.salts;
    private final double[] reduced = new double[widest];
    private final int[] kind = new int[widest];
    private int near;
    private double best;
    private int bestKind;

    Chunk(double[] sum, double[] pay, double temperature, double jitter) {
      this.sum = sum;
      this.pay = pay;
      this.temperature = temperature;
      this.jitter = jitter;
    }

    void ask(int chunk) {
      Arrays.fill(sum, 0);
      int to = Math.min(units, (chunk + 1) * CHUNK);
      for (int i = chunk * CHUNK; i < to; i++) {
        look(sample == null ? i : sample[i]);
        if (temperature > 0) {
          soft();
        } else {
          hard();
        }
      }
    }

    /** Collects the options that come near the best one; a tie is only looked into there. */
    private void look(int unit) {
      double window = WINDOW * temperature;
      double far = window + jitter;
      double most = 0;
      int n = 0;
      bestKind = -1;
      for (int c = instance.unitStart[unit]; c < instance.unitStart[unit + 1]; c++) {
        int hash = instance.customerHash[c];
        int end = instance.customerStart[c + 1];
        for (int o = instance.customerStart[c]; o < end; o++) {
          int k = kinds[o];
          double r = values[o] - pay[k];
          if (r >= most - far) {
            r += jitter * Jitter.unit(hash, salts[k]);
            if (r >= most - window) {
              reduced[n] = r;
              kind[n++] = k;
              if (r > most) {
                most = r;
                bestKind = k;
              }
            }
          }
        }
      }
      near = n;
      best = most;
    }

    private void hard() {
      sum[2 * demand.length] += best;
      if (bestKind >= 0) {
        instance.kinds.addUse(bestKind, 1, sum);
      }
    }

    private void soft() {
      double total = Exponential.of(-best / temperature);
      for (int i = 0; i < near; i++) {
        reduced[i] = Exponential.of((reduced[i] - best) / temperature);
        total += reduced[i];
      }
      for (int i = 0; i < near; i++) {
        double share = reduced[i] / total;
        if (share > 1e-7) {
          add(kind[i], share);
        }
      }
    }

    private void add(int k, double share) {
      var uses = instance.kinds;
      double spread = share * (1 - share);
      for (int u = uses.start[k]; u < uses.start[k + 1]; u++) {
        double units = uses.amount[u];
        sum[uses.limit[u]] += share * units;
        sum[demand.length + uses.limit[u]] += spread * units * units;
      }
    }
  }
}
