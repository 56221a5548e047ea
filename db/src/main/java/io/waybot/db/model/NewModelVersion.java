package io.waybot.db.model;

/**
 * A trained model before it has a number.
 *
 * @param features JSON: ordered columns with kind and category codes as used for training
 * @param split JSON: how the rows that measured it were held out
 * @param auc area under the ROC curve on held-out rows, 0 to 1
 * @param ks Kolmogorov–Smirnov distance on held-out rows, 0 to 1
 * @param metrics JSON: held-out rows, folds, lift by decile, gain per feature
 * @param booster the model file of the algorithm
 */
public record NewModelVersion(
    String algorithm,
    String dataset,
    String label,
    String features,
    String split,
    int trainRows,
    double auc,
    double ks,
    String metrics,
    byte[] booster,
    String trainedBy) {}
