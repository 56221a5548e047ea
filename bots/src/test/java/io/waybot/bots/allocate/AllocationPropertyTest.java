package io.waybot.bots.allocate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

/** What must hold of every answer, whatever the bank's day looks like. */
class AllocationPropertyTest {

  @Property(tries = 60, seed = "20261122")
  void everyAnswerKeepsEveryLimitAndIsBelowItsBound(
      @ForAll long seed,
      @ForAll @IntRange(min = 0, max = 400) int units,
      @ForAll @DoubleRange(min = 0, max = 1) double scarcity) {
    var instance = random(seed, units, scarcity);

    var answer = new TreatmentAllocator(1).allocate(instance);

    assertThat(Checker.violations(instance, answer)).isEmpty();
    assertThat(answer.gap()).isBetween(0.0, 1.0);
    assertThat(answer.objective()).isGreaterThanOrEqualTo(withoutAnyChoice(instance, answer));
  }

  @Property(tries = 3, seed = "20261122")
  void everyNumberOfThreadsGivesTheSameAnswer(@ForAll long seed) {
    var instance = random(seed, 40_000, 0.5);

    var one = new TreatmentAllocator(1).allocate(instance);

    for (int threads : new int[] {2, 4}) {
      var other = new TreatmentAllocator(threads).allocate(instance);
      assertThat(other.chosen()).isEqualTo(one.chosen());
      assertThat(other.prices()).isEqualTo(one.prices());
      assertThat(other.upperBound()).isEqualTo(one.upperBound());
    }
  }

  /** Nobody chosen is worth 0, less what missing minima may cost. */
  private static double withoutAnyChoice(Instance instance, Allocation answer) {
    return -IntStream.range(0, answer.missing().length)
        .mapToDouble(r -> instance.limits().penalty()[r] * instance.limits().minimum()[r])
        .sum();
  }

  /** Three channels, four products, two of them with minima, a budget; one home in ten has two. */
  private static Instance random(long seed, int units, double scarcity) {
    var random = new SplittableRandom(seed);
    var minimum = new double[8];
    var maximum = new double[8];
    var penalty = new double[8];
    for (int r = 0; r < 7; r++) {
      maximum[r] = Math.floor(units * (1.2 - scarcity) * random.nextDouble());
    }
    maximum[7] = units * (1.2 - scarcity) * random.nextDouble();
    for (int p = 3; p < 5; p++) {
      minimum[p] = Math.floor(maximum[p] * random.nextDouble());
      penalty[p] = random.nextDouble() * 20;
    }
    boolean ties = random.nextBoolean();
    var builder = new InstanceBuilder(new Limits(minimum, maximum, penalty));
    for (int unit = 0; unit < units; unit++) {
      builder.unit();
      for (int member = random.nextInt(10) == 0 ? 2 : 1; member > 0; member--) {
        builder.customer(random.nextLong());
        for (int o = random.nextInt(6); o > 0; o--) {
          int channel = random.nextInt(3);
          int product = random.nextInt(4);
          double yuan = random.nextDouble(-1, 10);
          builder.option(
              ties ? Math.rint(yuan) : yuan,
              builder.kind(
                  3 * product + channel,
                  new int[] {channel, 3 + product, 7},
                  new double[] {1, 1, 0.05 + channel}));
        }
      }
    }
    return builder.build();
  }
}
