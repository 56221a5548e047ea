package io.waybot.bots.score;

import io.waybot.connectors.model.Split;
import java.util.List;

/**
 * What to train.
 *
 * @param dataset a PROFILE dataset with known outcomes
 * @param label its column with the outcome: yes or no, true or false, 1 or 0; empty cells are left
 *     out
 * @param features its columns to learn from; empty: all but the label, dates and long text
 */
public record TrainingOrder(
    String modelCode,
    String nameZh,
    String nameEn,
    String dataset,
    String label,
    List<String> features,
    Split split,
    String trainedBy) {
  public TrainingOrder {
    features = List.copyOf(features);
  }
}
