package io.waybot.bots.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UpliftEstimatorTest {

  /** Newcombe (1998), table II, method 10. */
  @ParameterizedTest
  @CsvSource({
    "70, 56, 80, 48, 0.0524, 0.3339",
    "10, 9, 10, 3, 0.1705, 0.8090",
    "10, 0, 20, 0, -0.1611, 0.2775",
    "10, 10, 10, 0, 0.6075, 1.0000"
  })
  void givesThePublishedIntervals(int n1, int x1, int n2, int x2, double low, double high) {
    var effect = UpliftEstimator.effect(n1, x1, n2, x2, .95);

    assertThat(effect.low()).isCloseTo(low, within(5e-5));
    assertThat(effect.high()).isCloseTo(high, within(5e-5));
  }

  @Test
  void coversTheTrueEffectAsOftenAsItSays() {
    var random = new SplittableRandom(20_261_120);
    int covered = 0;
    int rounds = 2_000;
    for (int round = 0; round < rounds; round++) {
      var effect =
          UpliftEstimator.effect(
              8_096, draw(random, 8_096, .048), 904, draw(random, 904, .025), .95);
      covered += effect.low() <= .023 && .023 <= effect.high() ? 1 : 0;
    }

    assertThat(covered / (double) rounds).isBetween(.935, .965);
  }

  @Test
  void saysNothingWhereOneArmIsEmpty() {
    var effect = UpliftEstimator.effect(100, 10, 0, 0, .95);

    assertThat(effect.shown()).isFalse();
    assertThat(effect.low()).isLessThan(-.8);
  }

  @Test
  void seesArmsThatAreNotWhatWasAskedFor() {
    assertThat(UpliftEstimator.sampleRatioP(8_096, 904, .1)).isCloseTo(.8883, within(1e-3));
    assertThat(UpliftEstimator.sampleRatioP(8_300, 700, .1))
        .isLessThan(UpliftEstimator.SAMPLE_RATIO_ALARM);
    assertThat(UpliftEstimator.sampleRatioP(9_000, 0, 0)).isEqualTo(1);
  }

  @Test
  void attributesToTheRunOnlyWhatControlDidNotBringToo() {
    var treatment = new UpliftEstimator.Amounts(8_000, 6_900_000, 9e10);
    var control = new UpliftEstimator.Amounts(1_000, 600_000, 9e9);

    var caused = UpliftEstimator.caused(treatment, control, .95);

    assertThat(caused.yuan()).isCloseTo(2_100_000, within(1e-6));
    assertThat(caused.low()).isLessThan(caused.yuan());
    assertThat(caused.high() - caused.yuan()).isCloseTo(caused.yuan() - caused.low(), within(1e-6));
  }

  @Test
  void refusesMoreSalesThanCustomers() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> UpliftEstimator.effect(10, 11, 10, 0, .95));
  }

  private static int draw(SplittableRandom random, int n, double p) {
    int hits = 0;
    for (int i = 0; i < n; i++) {
      hits += random.nextDouble() < p ? 1 : 0;
    }
    return hits;
  }
}
