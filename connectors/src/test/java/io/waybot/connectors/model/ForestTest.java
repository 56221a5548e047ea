package io.waybot.connectors.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against LightGBM's own answer, to the last bit. */
class ForestTest {
  private static final double[] STRANGE = {
    Double.NaN, 0, -0.0, 1e-36, -1e-36, -1, 40, 1e12, -1e12, Double.POSITIVE_INFINITY
  };
  private static final List<Feature> FEATURES =
      List.of(
          Feature.number("planted"),
          Feature.number("whole"),
          Feature.category("kind", IntStream.range(0, 40).mapToObj(String::valueOf).toList()),
          Feature.number("noise"));

  private final LightGbmModel lightGbm = new LightGbmModel();

  @ParameterizedTest
  @ValueSource(ints = {1_500, 8_000}) // few positives: a small model; many: a large one
  void scoresAsTheLibraryDoes(int rows) {
    var file = lightGbm.train(aSet(rows, rows), 7).file();

    var odd = aSet(5_000, 99).matrix().clone();
    var random = new Random(4);
    for (int i = 0; i < odd.length / 4; i++) {
      odd[random.nextInt(odd.length)] = STRANGE[random.nextInt(STRANGE.length)];
    }

    assertSame(file, FEATURES, odd, 5_000);
  }

  @Test
  void scoresTheBankDataAsTheLibraryDoes() throws Exception {
    var bank = BankData.withoutDuration();

    assertSame(lightGbm.train(bank, 1).file(), bank.features(), bank.matrix(), bank.rows());
  }

  @Test
  void leavesTreesWithManyLeavesToTheLibrary() {
    var text = text(lightGbm.train(aSet(8_000, 3), 7).file());
    var leaf = "leaf_value=";
    int at = text.indexOf(leaf) + leaf.length();

    assertThat(Forest.of(text)).isPresent();
    assertThat(Forest.of(text.substring(0, at) + "0 ".repeat(30) + text.substring(at))).isEmpty();
    assertThat(Forest.of(text.replace("objective=binary sigmoid:1", "objective=regression")))
        .isEmpty();
  }

  private static void assertSame(byte[] file, List<Feature> features, double[] matrix, int rows) {
    var forest = Forest.of(text(file));
    assertThat(forest).isPresent();
    try (var scorer = new LightGbmScorer(text(file), features.size(), forest)) {
      assertThat(scorer.score(matrix, rows)).isEqualTo(scorer.scoreByLibrary(matrix, rows));
    }
  }

  private static String text(byte[] file) {
    return new String(file, StandardCharsets.UTF_8);
  }

  /** A value in ten of {@code planted} is missing in training, of the others none. */
  private static TrainingSet aSet(int rows, long seed) {
    var random = new Random(seed);
    var matrix = new double[rows * FEATURES.size()];
    var labels = new float[rows];
    var times = new double[rows];
    for (int row = 0; row < rows; row++) {
      double planted = random.nextGaussian();
      int kind = random.nextInt(40);
      matrix[row * 4] = random.nextInt(10) == 0 ? Double.NaN : planted;
      matrix[row * 4 + 1] = random.nextInt(6) - 2;
      matrix[row * 4 + 2] = kind;
      matrix[row * 4 + 3] = random.nextDouble();
      double drawn = planted + (kind % 7 - 3) + 0.3 * matrix[row * 4 + 1];
      labels[row] = random.nextDouble() < 1 / (1 + Math.exp(-drawn)) ? 1 : 0;
      times[row] = row;
    }
    return new TrainingSet(FEATURES, matrix, labels, times);
  }
}
