package io.waybot.connectors.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class RankingTest {

  @Test
  void agreesWithCountingEveryPairOfAPositiveAndANegative() {
    var random = new Random(5);
    for (int round = 0; round < 50; round++) {
      int n = 30;
      var scores = new float[n];
      var labels = new float[n];
      for (int i = 0; i < n; i++) {
        scores[i] = random.nextInt(8) / 8f;
        labels[i] = i < 2 ? i : random.nextInt(2);
      }

      var ranking = new Ranking(scores, labels);

      assertThat(ranking.auc()).isCloseTo(pairs(scores, labels), within(1e-12));
      assertThat(ranking.ks()).isCloseTo(distance(scores, labels), within(1e-12));
    }
  }

  @Test
  void countsEveryRowOnceInTheDeciles() {
    var scores = new float[1_003];
    var labels = new float[1_003];
    for (int i = 0; i < scores.length; i++) {
      scores[i] = i;
      labels[i] = i >= 900 ? 1 : 0;
    }

    var deciles = new Ranking(scores, labels).deciles();

    assertThat(deciles).hasSize(10);
    assertThat(deciles.stream().mapToInt(Ranking.Decile::rows).sum()).isEqualTo(1_003);
    assertThat(deciles.stream().mapToLong(Ranking.Decile::positives).sum()).isEqualTo(103);
    assertThat(deciles.getFirst().rate()).isEqualTo(1);
    assertThat(deciles.getLast().positives()).isZero();
  }

  @Test
  void refusesToRankOneOutcomeOnly() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Ranking(new float[] {1, 2}, new float[] {1, 1}));
  }

  private static double pairs(float[] scores, float[] labels) {
    double wins = 0;
    double all = 0;
    for (int i = 0; i < scores.length; i++) {
      for (int j = 0; j < scores.length; j++) {
        if (labels[i] == 1 && labels[j] == 0) {
          all++;
          wins += scores[i] > scores[j] ? 1 : scores[i] == scores[j] ? .5 : 0;
        }
      }
    }
    return wins / all;
  }

  private static double distance(float[] scores, float[] labels) {
    double largest = 0;
    for (float cut : scores) {
      double[] below = new double[2];
      double[] all = new double[2];
      for (int i = 0; i < scores.length; i++) {
        all[(int) labels[i]]++;
        below[(int) labels[i]] += scores[i] <= cut ? 1 : 0;
      }
      largest = Math.max(largest, Math.abs(below[0] / all[0] - below[1] / all[1]));
    }
    return largest;
  }
}
