package io.waybot.connectors.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LightGbmModelTest {
  private final LightGbmModel lightGbm = new LightGbmModel();
  private final Validation validation = new Validation(lightGbm);

  @Test
  void ranksTheBankDataAsWellAsTheReferenceDoes() throws Exception {
    var bank = BankData.withoutDuration();

    var measures = validation.validate(bank, new Split.KFold(5, 1), 1).measures();

    assertThat(measures.ks()).isGreaterThanOrEqualTo(.49);
    assertThat(measures.heldOutRows()).isEqualTo(bank.rows()).isEqualTo(41_188);
    assertThat(measures.heldOutPositives()).isEqualTo(4_640);
    assertThat(measures.deciles().getFirst().lift()).isGreaterThan(4);
  }

  @Test
  void saysThatTheNewestBankDataAreHarderThanARandomPart() throws Exception {
    var measures =
        validation
            .validate(BankData.withoutDuration(), new Split.OutOfTime(null, .2), 1)
            .measures();

    assertThat(measures.auc()).isBetween(.6, .76);
    assertThat(measures.parts()).hasSize(1);
    assertThat(measures.heldOutRows()).isEqualTo(8_238);
  }

  @Test
  void givesReasonsThatAddUpToTheScore() {
    var set = aSet(2_000, 3);
    var features = set.features();

    try (var scorer = lightGbm.open(lightGbm.train(set, 7).file(), features)) {
      var scores = scorer.score(set.matrix(), 100);
      var reasons = scorer.contributions(set.matrix(), 100);

      int width = features.size() + 1;
      assertThat(reasons).hasSize(100 * width);
      for (int row = 0; row < 100; row++) {
        double logOdds = 0;
        for (int i = 0; i < width; i++) {
          logOdds += reasons[row * width + i];
        }
        assertThat(1 / (1 + Math.exp(-logOdds))).isCloseTo(scores[row], within(1e-6));
      }
    }
  }

  @Test
  void trainsTheSameModelFromTheSameRowsAndSeed() {
    assertThat(lightGbm.train(aSet(1_000, 5), 7).file())
        .isEqualTo(lightGbm.train(aSet(1_000, 5), 7).file());
  }

  @Test
  void findsThePlantedFeatureAndNotTheNoise() {
    var measures = validation.validate(aSet(4_000, 11), new Split.KFold(4, 3), 7).measures();

    assertThat(measures.auc()).isGreaterThan(.7);
    assertThat(measures.gains().getLast().feature()).isEqualTo("noise");
    assertThat(measures.gains().stream().mapToDouble(Measures.Gain::share).sum())
        .isCloseTo(1, within(1e-9));
  }

  @Test
  void refusesAFileThatIsNoModel() {
    assertThatThrownBy(() -> lightGbm.open("hello".getBytes(), List.of(Feature.number("a"))))
        .isInstanceOf(ModelFailure.class);
  }

  /**
   * Outcome depends on {@code planted} and {@code kind}; {@code noise} is noise; one value in ten
   * is missing.
   */
  private static TrainingSet aSet(int rows, long seed) {
    var random = new Random(seed);
    var features =
        List.of(
            Feature.number("noise"),
            Feature.number("planted"),
            Feature.category("kind", List.of("a", "b", "c")));
    var matrix = new double[rows * 3];
    var labels = new float[rows];
    var times = new double[rows];
    for (int row = 0; row < rows; row++) {
      double planted = random.nextGaussian();
      int kind = random.nextInt(3);
      matrix[row * 3] = random.nextInt(4);
      matrix[row * 3 + 1] = random.nextInt(10) == 0 ? Double.NaN : planted;
      matrix[row * 3 + 2] = kind;
      labels[row] = random.nextDouble() < 1 / (1 + Math.exp(-(1.5 * planted + kind - 1.5))) ? 1 : 0;
      times[row] = row;
    }
    return new TrainingSet(features, matrix, labels, times);
  }
}
