package io.waybot.connectors.model;

import com.microsoft.ml.lightgbm.PredictionType;
import io.github.metarank.lightgbm4j.LGBMBooster;
import io.github.metarank.lightgbm4j.LGBMException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An open LightGBM model. Trees that fit a {@link Forest} are scored by it, many times as fast as
 * the library; whatever else is asked opens the library's booster.
 */
final class LightGbmScorer implements Scorer {
  private final String file;
  private final int features;
  private final Optional<Forest> forest;
  private @Nullable LGBMBooster booster;

  /**
   * @throws ModelFailure if this is no model
   */
  LightGbmScorer(String file, int features, Optional<Forest> forest) {
    this.file = file;
    this.features = features;
    this.forest = forest;
    if (forest.isEmpty()) {
      booster();
    }
  }

  private LGBMBooster booster() {
    if (booster == null) {
      LightGbmLibrary.load();
      try {
        booster = LGBMBooster.loadModelFromString(file);
      } catch (LGBMException e) {
        throw noModel(e);
      }
    }
    return booster;
  }

  static ModelFailure noModel(Exception cause) {
    return new ModelFailure("this is no LightGBM model file: " + cause.getMessage(), cause);
  }

  @Override
  public float[] score(double[] matrix, int rows) {
    return forest
        .map(trees -> trees.score(matrix, rows, features))
        .orElseGet(() -> scoreByLibrary(matrix, rows));
  }

  /** The same scores by LightGBM itself. */
  float[] scoreByLibrary(double[] matrix, int rows) {
    var probabilities = predict(matrix, rows, PredictionType.C_API_PREDICT_NORMAL);
    var scores = new float[rows];
    for (int i = 0; i < rows; i++) {
      scores[i] = (float) probabilities[i];
    }
    return scores;
  }

  @Override
  public double[] contributions(double[] matrix, int rows) {
    return predict(matrix, rows, PredictionType.C_API_PREDICT_CONTRIB);
  }

  private double[] predict(double[] matrix, int rows, PredictionType type) {
    if (rows == 0) {
      return new double[0];
    }
    try {
      return booster()
          .predictForMat(matrix, rows, features, true, type, "num_threads=1 verbosity=-1");
    } catch (LGBMException e) {
      throw new ModelFailure("LightGBM cannot score: " + e.getMessage(), e);
    }
  }

  @Override
  public void close() {
    if (booster == null) {
      return;
    }
    try {
      booster.close();
    } catch (LGBMException e) {
      throw new ModelFailure("LightGBM cannot free a model: " + e.getMessage(), e);
    }
  }
}
