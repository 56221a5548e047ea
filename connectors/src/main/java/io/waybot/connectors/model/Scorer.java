package io.waybot.connectors.model;

/** An open model. One scorer serves one thread. */
public interface Scorer extends AutoCloseable {

  /**
   * Probabilities, in row order.
   *
   * @param matrix row-major, shape [rows][features], coded by {@link Feature#code}; NaN is missing
   */
  float[] score(double[] matrix, int rows);

  /**
   * SHAP values in log-odds, row-major, shape [rows][features + 1]; the last column is the base
   * value, and a row's sum is the log-odds of its score.
   */
  double[] contributions(double[] matrix, int rows);

  @Override
  void close();
}
