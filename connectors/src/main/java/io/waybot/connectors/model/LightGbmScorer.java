package io.waybot.connectors.model;

import com.microsoft.ml.lightgbm.PredictionType;
import io.github.metarank.lightgbm4j.LGBMBooster;
import io.github.metarank.lightgbm4j.LGBMException;

/** An open LightGBM booster. */
final class LightGbmScorer implements Scorer {
  private final LGBMBooster booster;
  private final int features;

  LightGbmScorer(LGBMBooster booster, int features) {
    this.booster = booster;
    this.features = features;
  }

  @Override
  public float[] score(double[] matrix, int rows) {
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
      return booster.predictForMat(
          matrix, rows, features, true, type, "num_threads=1 verbosity=-1");
    } catch (LGBMException e) {
      throw new ModelFailure("LightGBM cannot score: " + e.getMessage(), e);
    }
  }

  @Override
  public void close() {
    try {
      booster.close();
    } catch (LGBMException e) {
      throw new ModelFailure("LightGBM cannot free a model: " + e.getMessage(), e);
    }
  }
}
