package io.waybot.bots.allocate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class TreatmentAllocatorTest {
  private final TreatmentAllocator allocator = new TreatmentAllocator();

  @Test
  void givesTheScarceChannelToTheCustomersWhoGainMostByIt() {
    var day = new Day(Limits.atMost(1, 10));
    day.customer("ann").option(10, 0).option(9, 1);
    day.customer("bob").option(8, 0).option(2, 1);
    day.customer("eve").option(-1, 1);

    var plan = allocator.allocate(day.build());

    assertThat(plan.chosen()).containsExactly(1, 2, -1);
    assertThat(plan.objective()).isEqualTo(17);
    assertThat(plan.gap()).isCloseTo(0, within(1e-4));
    assertThat(plan.prices()[0]).isBetween(1.0, 6.0);
  }

  @Test
  void meetsAMinimumByTheCheapestSwitch() {
    var day = new Day(new Limits(new double[] {1, 0}, new double[] {5, 5}, new double[] {50, 0}));
    day.customer("ann").option(3, 0).option(10, 1);
    day.customer("bob").option(6, 0).option(10, 1);

    var plan = allocator.allocate(day.build());

    assertThat(plan.chosen()).containsExactly(1, 2);
    assertThat(plan.missing()).containsExactly(0, 0);
    assertThat(plan.objective()).isEqualTo(16);
    assertThat(plan.prices()[0]).isBetween(-7.001, -3.999);
  }

  @Test
  void reportsWhatIsMissingOfAMinimumThatNobodyCanReach() {
    var day = new Day(new Limits(new double[] {5, 0}, new double[] {9, 9}, new double[] {50, 0}));
    day.customer("ann").option(3, 0).option(10, 1);
    day.customer("bob").option(6, 0).option(10, 1);

    var plan = allocator.allocate(day.build());

    assertThat(plan.chosen()).containsExactly(0, 2);
    assertThat(plan.missing()).containsExactly(3, 0);
    assertThat(plan.gap()).isBetween(0.0, 1e-4);
  }

  @Test
  void letsAMinimumGiveWayWhereItCostsMoreThanItsPenalty() {
    var day = new Day(new Limits(new double[] {2, 0}, new double[] {5, 5}, new double[] {5, 0}));
    day.customer("ann").option(1, 0).option(10, 1);
    day.customer("bob").option(6, 0).option(10, 1);

    var plan = allocator.allocate(day.build());

    assertThat(plan.chosen()).containsExactly(1, 2);
    assertThat(plan.missing()).containsExactly(1, 0);
  }

  @Test
  void letsThePriorityDecideAmongEquals() {
    var builder = new InstanceBuilder(Limits.atMost(20, 20));
    for (int c = 0; c < 20; c++) {
      builder.unit().customer(KeyHash.of("c" + c));
      builder.option(5, builder.kind(1, 0, new int[] {0}, new double[] {1}));
      builder.option(5, builder.kind(2, 4, new int[] {1}, new double[] {1}));
    }

    var plan = allocator.allocate(builder.build());

    assertThat(plan.used()).containsExactly(0, 20);
    assertThat(plan.objective()).isEqualTo(100);
  }

  @Test
  void pricesWhatHasNothingLeftByTheBestBid() {
    var day = new Day(Limits.atMost(0, 10, 0));
    day.customer("ann").option(5, 0).option(2, 1);
    day.customer("bob").option(4, 0).option(3.5, 1);
    day.customer("cat").option(1, 0);

    var plan = allocator.allocate(day.build());

    assertThat(plan.prices())
        .containsExactly(3, 0, 0); // ann would gain 5 - 2; nobody wants limit 2
    assertThat(plan.objective()).isEqualTo(5.5);
    assertThat(plan.gap()).isLessThan(1e-9);
  }

  @Test
  void letsThePricesOfTwoThatHaveNothingLeftMakeTheBidTogether() {
    var builder = new InstanceBuilder(Limits.atMost(0, 0));
    builder.unit().customer(KeyHash.of("ann"));
    builder.option(6, builder.kind(1, new int[] {0, 1}, new double[] {1, 2}));
    builder.unit().customer(KeyHash.of("bob"));
    builder.option(4, builder.kind(2, new int[] {1}, new double[] {2}));

    var plan = allocator.allocate(builder.build());

    assertThat(plan.prices()).containsExactly(2, 2); // bob: 4 for two units; ann: 6 in sum
  }

  @Test
  void givesAHouseholdOneContentAtMost() {
    var day = new Day(Limits.atMost(10));
    day.household("ann").option(7, 0);
    day.member("bob").option(8, 0);

    var plan = allocator.allocate(day.build());

    assertThat(plan.chosen()).containsExactly(1);
  }

  @Test
  void neverBeatsTheBestPlanAndItsBoundIsNeverBelowIt() {
    var random = new SplittableRandom(20261120);
    double found = 0;
    double possible = 0;

    for (int i = 0; i < 400; i++) {
      var problem = small(random);
      var plan = allocator.allocate(problem);
      double optimum = bruteForce(problem, 0, new double[problem.limits().size()]);

      assertWithinCapacity(problem, plan);
      assertThat(plan.objective()).isLessThanOrEqualTo(optimum + 1e-9);
      assertThat(plan.upperBound()).isGreaterThanOrEqualTo(optimum - 1e-9);
      assertThat(plan.objective()).isGreaterThanOrEqualTo(0.8 * optimum);
      found += plan.objective();
      possible += optimum;
    }

    assertThat(found / possible).isGreaterThan(0.998);
  }

  @Test
  void provesAGapBelowFiveHundredthsOfAPercentOnADaysWork() {
    var problem = aDay(8_000, new SplittableRandom(7));

    var plan = allocator.allocate(problem);

    assertWithinCapacity(problem, plan);
    assertThat(plan.gap()).isLessThan(0.0005);
    assertThat(plan.used()[0]).isEqualTo(1_200);
    assertThat(plan.prices()[0]).isPositive();
  }

  @Test
  void decidesTheSameWayTwice() {
    var problem = aDay(2_000, new SplittableRandom(3));

    var first = allocator.allocate(problem);
    var second = allocator.allocate(problem);

    assertThat(second.chosen()).isEqualTo(first.chosen());
    assertThat(second.prices()).isEqualTo(first.prices());
  }

  private static Instance small(SplittableRandom random) {
    var day = new Day(Limits.atMost(random.nextInt(3), random.nextInt(4), 1 + random.nextInt(5)));
    for (int c = 0; c < 2 + random.nextInt(6); c++) {
      day.customer("c" + c);
      for (int o = 0; o < random.nextInt(4); o++) {
        day.option(
            random.nextDouble(-1, 10),
            random.nextInt(2),
            random.nextBoolean() ? random.nextDouble(0.2, 2) : 0);
      }
    }
    return day.build();
  }

  /**
   * Text 1,200 of all, push for 60 %, mail for 30 %, leads 30 for each of 12 sub-branches, a
   * budget.
   */
  private static Instance aDay(int customers, SplittableRandom random) {
    var capacity = new double[15];
    java.util.Arrays.fill(capacity, 30);
    capacity[0] = 0.15 * customers;
    capacity[1] = customers;
    capacity[14] = 3_000;
    var day = new Day(Limits.atMost(capacity), 14);
    for (int c = 0; c < customers; c++) {
      double score = Math.pow(random.nextDouble(), 3) * 0.4;
      double margin = random.nextBoolean() ? 240 : 120;
      day.customer("c" + c).option(score * 0.4 * margin - 0.045, 0, 0.045);
      if (random.nextDouble() < 0.6) {
        day.option(score * 0.3 * margin - 0.002, 1, 0.002);
      }
      if (random.nextDouble() < 0.5) {
        day.option(score * 1.3 * margin - 6, 2 + random.nextInt(12), 6);
      }
    }
    return day.build();
  }

  private static void assertWithinCapacity(Instance problem, Allocation plan) {
    assertThat(Checker.violations(problem, plan)).isEmpty();
  }

  private static double bruteForce(Instance problem, int unit, double[] used) {
    if (unit == problem.units()) {
      return 0;
    }
    double best = bruteForce(problem, unit + 1, used);
    for (int o = problem.firstOption(unit); o < problem.firstOption(unit + 1); o++) {
      var after = used.clone();
      problem.addUse(o, after);
      if (fits(problem, after)) {
        best = Math.max(best, problem.value(o) + bruteForce(problem, unit + 1, after));
      }
    }
    return best;
  }

  private static boolean fits(Instance problem, double[] used) {
    for (int r = 0; r < used.length; r++) {
      if (used[r] > problem.limits().maximum()[r] + 1e-9) {
        return false;
      }
    }
    return true;
  }
}
