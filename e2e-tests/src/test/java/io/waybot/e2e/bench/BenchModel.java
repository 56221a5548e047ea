package io.waybot.e2e.bench;

import com.microsoft.ml.lightgbm.PredictionType;
import io.github.metarank.lightgbm4j.LGBMBooster;
import io.github.metarank.lightgbm4j.LGBMDataset;
import io.github.metarank.lightgbm4j.LGBMException;
import java.nio.charset.StandardCharsets;

/** A LightGBM model of 100 trees with 31 leaves over {@link BenchCustomers}' columns. */
final class BenchModel {
  static final int TREES = 100;
  private static final int ROWS = 20_000;
  private static final int FIRST = 100_000_000; // a past campaign: none of the day's customers

  private BenchModel() {}

  /** The model file, LightGBM's text format. */
  static byte[] trained() {
    var matrix = new double[ROWS * BenchCustomers.FEATURES];
    var labels = new float[ROWS];
    for (int row = 0; row < ROWS; row++) {
      for (int i = 0; i < BenchCustomers.FEATURES; i++) {
        matrix[row * BenchCustomers.FEATURES + i] = BenchCustomers.feature(FIRST + row, i + 1);
      }
      labels[row] = BenchCustomers.bought(FIRST + row) ? 1 : 0;
    }
    try (var data =
        LGBMDataset.createFromMat(
            matrix, ROWS, BenchCustomers.FEATURES, true, "num_threads=1 verbosity=-1", null)) {
      data.setField("label", labels);
      try (var booster =
          LGBMBooster.create(
              data,
              "objective=binary num_leaves=31 learning_rate=0.05 deterministic=true seed=1"
                  + " num_threads=1 verbosity=-1")) {
        for (int tree = 0; tree < TREES; tree++) {
          booster.updateOneIter();
        }
        return booster
            .saveModelToString(0, 0, LGBMBooster.FeatureImportanceType.GAIN)
            .getBytes(StandardCharsets.UTF_8);
      }
    } catch (LGBMException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The bare library; one booster for each thread that uses it. */
  static final class Scorer {
    private final ThreadLocal<LGBMBooster> boosters;

    Scorer(byte[] model) {
      var text = new String(model, StandardCharsets.UTF_8);
      this.boosters =
          ThreadLocal.withInitial(() -> {
            try {
              return LGBMBooster.loadModelFromString(text);
            } catch (LGBMException e) {
              throw new IllegalStateException(e);
            }
          });
    }

    double[] score(double[] matrix, int rows) {
      try {
        return boosters
            .get()
            .predictForMat(
                matrix,
                rows,
                BenchCustomers.FEATURES,
                true,
                PredictionType.C_API_PREDICT_NORMAL,
                "num_threads=1 verbosity=-1");
      } catch (LGBMException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
