package io.waybot.bots.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class TreatmentAllocatorTest {
  private final TreatmentAllocator allocator = new TreatmentAllocator();

  @Test
  void givesTheScarceChannelToTheCustomersWhoGainMostByIt() {
    var problem =
        new AllocationProblem.Builder(new double[] {1, 10})
            .customer()
            .option(10)
            .uses(0, 1)
            .option(9)
            .uses(1, 1)
            .customer()
            .option(8)
            .uses(0, 1)
            .option(2)
            .uses(1, 1)
            .customer()
            .option(-1)
            .uses(1, 1)
            .build();

    var plan = allocator.allocate(problem);

    assertThat(plan.chosen()).containsExactly(1, 2, -1);
    assertThat(plan.objective()).isEqualTo(17);
    assertThat(plan.gap()).isCloseTo(0, within(1e-9));
    assertThat(plan.prices()[0]).isBetween(1.0, 6.0);
  }

  @Test
  void neverBeatsTheBestPlanAndItsBoundIsNeverBelowIt() {
    var random = new SplittableRandom(20261120);
    double found = 0;
    double possible = 0;

    for (int i = 0; i < 400; i++) {
      var problem = small(random);
      var plan = allocator.allocate(problem);
      double optimum = bruteForce(problem, 0, new double[problem.resources()]);

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

  private static AllocationProblem small(SplittableRandom random) {
    var builder =
        new AllocationProblem.Builder(
            new double[] {random.nextInt(3), random.nextInt(4), 1 + random.nextInt(5)});
    for (int c = 0; c < 2 + random.nextInt(6); c++) {
      builder.customer();
      for (int o = 0; o < random.nextInt(4); o++) {
        builder.option(random.nextDouble(-1, 10)).uses(random.nextInt(2), 1);
        if (random.nextBoolean()) {
          builder.uses(2, random.nextDouble(0.2, 2));
        }
      }
    }
    return builder.build();
  }

  /**
   * Text 1,200 of all, push for 60 %, mail for 30 %, leads 30 for each of 12 sub-branches, a
   * budget.
   */
  private static AllocationProblem aDay(int customers, SplittableRandom random) {
    var capacity = new double[15];
    java.util.Arrays.fill(capacity, 30);
    capacity[0] = 0.15 * customers;
    capacity[1] = customers;
    capacity[14] = 3_000;
    var builder = new AllocationProblem.Builder(capacity);
    for (int c = 0; c < customers; c++) {
      double score = Math.pow(random.nextDouble(), 3) * 0.4;
      double margin = random.nextBoolean() ? 240 : 120;
      builder.customer().option(score * 0.4 * margin - 0.045).uses(0, 1).uses(14, 0.045);
      if (random.nextDouble() < 0.6) {
        builder.option(score * 0.3 * margin - 0.002).uses(1, 1).uses(14, 0.002);
      }
      if (random.nextDouble() < 0.5) {
        builder.option(score * 1.3 * margin - 6).uses(2 + random.nextInt(12), 1).uses(14, 6);
      }
    }
    return builder.build();
  }

  private static void assertWithinCapacity(AllocationProblem problem, Allocation plan) {
    var used = new double[problem.resources()];
    for (int c = 0; c < problem.customers(); c++) {
      int o = plan.chosen()[c];
      if (o >= 0) {
        assertThat(o).isBetween(problem.optionStart()[c], problem.optionStart()[c + 1] - 1);
        for (int u = problem.usageStart()[o]; u < problem.usageStart()[o + 1]; u++) {
          used[problem.resource()[u]] += problem.amount()[u];
        }
      }
    }
    for (int r = 0; r < used.length; r++) {
      assertThat(used[r]).isLessThanOrEqualTo(problem.capacity()[r] + 1e-6);
    }
  }

  private static double bruteForce(AllocationProblem problem, int customer, double[] used) {
    if (customer == problem.customers()) {
      return 0;
    }
    double best = bruteForce(problem, customer + 1, used);
    for (int o = problem.optionStart()[customer]; o < problem.optionStart()[customer + 1]; o++) {
      if (fits(problem, o, used)) {
        change(problem, o, used, 1);
        best = Math.max(best, problem.value()[o] + bruteForce(problem, customer + 1, used));
        change(problem, o, used, -1);
      }
    }
    return best;
  }

  private static boolean fits(AllocationProblem problem, int option, double[] used) {
    for (int u = problem.usageStart()[option]; u < problem.usageStart()[option + 1]; u++) {
      int r = problem.resource()[u];
      if (used[r] + problem.amount()[u] > problem.capacity()[r] + 1e-9) {
        return false;
      }
    }
    return true;
  }

  private static void change(AllocationProblem problem, int option, double[] used, int sign) {
    for (int u = problem.usageStart()[option]; u < problem.usageStart()[option + 1]; u++) {
      used[problem.resource()[u]] += sign * problem.amount()[u];
    }
  }
}
