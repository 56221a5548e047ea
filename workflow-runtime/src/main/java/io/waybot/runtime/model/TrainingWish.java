package io.waybot.runtime.model;

import io.waybot.connectors.model.Split;
import java.util.List;

/**
 * What an analyst fills in.
 *
 * @param features columns; empty: all that can be used
 */
public record TrainingWish(
    String modelCode,
    String nameZh,
    String nameEn,
    String dataset,
    String label,
    List<String> features,
    Split split) {
  public TrainingWish {
    features = List.copyOf(features);
  }

  boolean complete() {
    return !nameZh.isBlank() && !nameEn.isBlank() && !dataset.isBlank() && !label.isBlank();
  }

  boolean namesAModel() {
    return modelCode.matches("[a-z][a-z0-9_-]{0,47}");
  }
}
