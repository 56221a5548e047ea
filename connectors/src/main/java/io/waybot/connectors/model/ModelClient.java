package io.waybot.connectors.model;

import java.util.List;

/** A place where models run: in this process, or a bank's own model server. */
public interface ModelClient {

  /** As written to a model version: {@code lightgbm}. */
  String algorithm();

  /**
   * Opens a model file for scoring; the caller closes the scorer.
   *
   * @throws ModelFailure if the file is not one of this algorithm
   */
  Scorer open(byte[] file, List<Feature> features);
}
