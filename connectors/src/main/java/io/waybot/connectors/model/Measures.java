package io.waybot.connectors.model;

import java.util.List;

/**
 * What held-out rows say about a model.
 *
 * @param auc mean over the parts, 0 to 1
 * @param ks mean over the parts, 0 to 1
 * @param parts AUC and KS of each held-out part
 * @param deciles lift over all held-out rows together
 * @param gains by feature, the most important first, of the model trained on all rows; shares of 1
 */
public record Measures(
    double auc,
    double ks,
    int heldOutRows,
    long heldOutPositives,
    List<Part> parts,
    List<Ranking.Decile> deciles,
    List<Gain> gains) {

  public record Part(int rows, double auc, double ks) {}

  public record Gain(String feature, double share) {}
}
