package io.waybot.e2e.bench.allocate;

import io.waybot.bots.allocate.InstanceBuilder;
import io.waybot.bots.allocate.KeyHash;
import io.waybot.bots.allocate.Limits;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A bank's day out of a seed: each customer has one candidate for each of 20 products, by one of 8
 * channels; 8 capacities, 20 maxima, 8 minima, a budget.
 *
 * <p>{@code ties}: values in steps of half a yuan. {@code hard}: leads of 1,000 sub-branches, one
 * customer in ten lives in a household of 2 to 4 that gets one content at most, and a product that
 * is only sold in person is to be sold more often than there are leads.
 */
final class SeededInstance {
  private static final String[] CHANNELS = {
    "branch", "call", "email", "inbox", "push", "rcs", "sms", "wecom"
  };
  private static final double[] COST_YUAN = {6, 1.2, 0.01, 0.002, 0.005, 0.1, 0.045, 0.3};
  private static final double[] SHARE = {0.008, 0.03, 0.08, 0.14, 0.12, 0.06, 0.1, 0.08};
  private static final double[] EFFECT = {1.3, 1, 0.45, 0.4, 0.55, 0.65, 0.6, 0.8};
  private static final int PRODUCTS = 20;
  private static final int MINIMA = 8;
  private static final int BRANCHES = 1_000;
  private static final int IN_PERSON = 1;
  private static final double PENALTY_YUAN = 60;

  private final int customers;
  private final boolean ties;
  private final boolean hard;
  private final SplittableRandom random;
  private final List<String> names = new ArrayList<>();
  private final List<String> treatments = new ArrayList<>();
  private final int[] household;
  private int[] @org.jspecify.annotations.Nullable [] kinds;

  SeededInstance(int customers, boolean ties, boolean hard, long seed) {
    this.customers = customers;
    this.ties = ties;
    this.hard = hard;
    this.random = new SplittableRandom(seed);
    this.household = new int[customers];
    this.kinds = new int[hard ? BRANCHES : 1][];
    for (int p = 0; p < PRODUCTS; p++) {
      for (int c = 0; c < (hard && p == IN_PERSON ? 1 : CHANNELS.length); c++) {
        treatments.add(product(p) + "/" + CHANNELS[c]);
      }
    }
  }

  NamedInstance build() {
    var builder = new InstanceBuilder(limits(), customers, customers * PRODUCTS);
    int left = 0;
    int home = 0;
    for (int i = 0; i < customers; i++) {
      if (left == 0) {
        builder.unit();
        left = hard && random.nextDouble() < 0.0357 ? 2 + random.nextInt(3) : 1;
        home = left > 1 ? home + 1 : home;
        household[i] = left > 1 ? home : 0;
      } else {
        household[i] = home;
      }
      left--;
      builder.customer(KeyHash.of(name(i)));
      candidates(builder);
    }
    return new NamedInstance(
        builder.build(),
        names,
        SeededInstance::name,
        i -> household[i] == 0 ? "" : "H%07d".formatted(household[i]),
        treatments::get);
  }

  private void candidates(InstanceBuilder builder) {
    double taste = Math.pow(random.nextDouble(), 2);
    int branch = random.nextInt(kinds.length);
    for (int product = 0; product < PRODUCTS; product++) {
      int channel = hard && product == IN_PERSON ? 0 : random.nextInt(CHANNELS.length);
      double likely = 0.3 * taste * Math.pow(random.nextDouble(), 2);
      double margin = 60 + 20 * (product % 7);
      double yuan = Math.max(0.01, likely * margin * EFFECT[channel] - 0.2 * COST_YUAN[channel]);
      builder.option(
          ties ? Math.max(0.5, Math.rint(2 * yuan) / 2) : yuan,
          kind(builder, product, channel, branch));
    }
  }

  private int kind(InstanceBuilder builder, int product, int channel, int branch) {
    int own = channel == 0 ? branch : 0;
    var known = kinds[own];
    if (known == null) {
      known = new int[PRODUCTS * CHANNELS.length];
      Arrays.fill(known, -1);
      kinds[own] = known;
    }
    int at = product * CHANNELS.length + channel;
    if (known[at] < 0) {
      int treatment = treatments.indexOf(product(product) + "/" + CHANNELS[channel]);
      int budget = 0;
      int firstProduct = names.size() - PRODUCTS;
      known[at] =
          hard && channel == 0
              ? builder.kind(
                  treatment,
                  new int[] {budget, 1, 1 + CHANNELS.length + branch, firstProduct + product},
                  new double[] {COST_YUAN[0], 1, 1, 1})
              : builder.kind(
                  treatment,
                  new int[] {budget, 1 + channel, firstProduct + product},
                  new double[] {COST_YUAN[channel], 1, 1});
    }
    return known[at];
  }

  /** In the order of their names, as files are read. */
  private Limits limits() {
    var minimum = new ArrayList<Double>();
    var maximum = new ArrayList<Double>();
    names.add("budget");
    minimum.add(0.0);
    maximum.add((hard ? 0.15 : 0.1) * customers);
    for (int c = 0; c < CHANNELS.length; c++) {
      names.add("channel:" + CHANNELS[c]);
      minimum.add(0.0);
      maximum.add(Math.floor(SHARE[c] * customers));
    }
    for (int b = 0; hard && b < BRANCHES; b++) {
      names.add("lead:%04d".formatted(b));
      minimum.add(0.0);
      maximum.add(Math.max(1, Math.floor(0.007 * customers / BRANCHES)));
    }
    for (int p = 0; p < PRODUCTS; p++) {
      names.add("product:" + product(p));
      boolean inPerson = hard && p == IN_PERSON;
      minimum.add(p < MINIMA ? Math.floor((inPerson ? 0.02 : 0.012) * customers) : 0);
      maximum.add(Math.floor((0.022 + 0.002 * p) * customers));
    }
    return new Limits(
        array(minimum),
        array(maximum),
        minimum.stream().mapToDouble(units -> units > 0 ? PENALTY_YUAN : 0).toArray());
  }

  private static double[] array(List<Double> numbers) {
    return numbers.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private static String product(int product) {
    return "P%02d".formatted(product + 1);
  }

  private static String name(int customer) {
    var digits = Integer.toString(customer);
    return "C" + "0".repeat(8 - digits.length()) + digits;
  }
}
