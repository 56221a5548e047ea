package io.waybot.connectors.model;

import io.github.metarank.lightgbm4j.LGBMBooster;
import io.github.metarank.lightgbm4j.LGBMDataset;
import io.github.metarank.lightgbm4j.LGBMException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/**
 * Gradient boosted trees by LightGBM, in this process. Every booster works in one thread (several
 * threads per booster were measured twelve times slower on a busy machine) and is deterministic.
 */
@Component
public class LightGbmModel implements ModelClient {
  private static final int MANY_POSITIVES = 1_000;
  private static final String ONE_THREAD = "num_threads=1 verbosity=-1";

  @Override
  public String algorithm() {
    return "lightgbm";
  }

  /**
   * A trained booster.
   *
   * @param file LightGBM's text format, UTF-8
   * @param gain total gain by feature, in feature order
   */
  @SuppressWarnings("ArrayRecordComponent")
  public record Trained(byte[] file, double[] gain) {}

  /** Few positives carry only a small model: more leaves would learn single customers. */
  private enum Size {
    SMALL(8, 60, 100),
    LARGE(15, 120, 40);

    private final int leaves;
    private final int trees;
    private final int rowsInLeaf;

    Size(int leaves, int trees, int rowsInLeaf) {
      this.leaves = leaves;
      this.trees = trees;
      this.rowsInLeaf = rowsInLeaf;
    }

    static Size fitting(TrainingSet set) {
      return set.positives() < MANY_POSITIVES ? SMALL : LARGE;
    }
  }

  /**
   * Trains on all rows of the set.
   *
   * @throws ModelFailure if LightGBM refuses the data
   */
  public Trained train(TrainingSet set, long seed) {
    LightGbmLibrary.load();
    var size = Size.fitting(set);
    var categories =
        IntStream.range(0, set.features().size())
            .filter(i -> set.features().get(i).kind() == Feature.Kind.CATEGORY)
            .mapToObj(String::valueOf)
            .collect(Collectors.joining(","));
    // LightGBM wants the coding of categories told twice, once for the data and once for the
    // booster
    var coding = categories.isEmpty() ? "" : " categorical_feature=" + categories;
    var learning =
        " objective=binary deterministic=true force_row_wise=true learning_rate=0.05 lambda_l2=5"
            + " feature_fraction=0.7 bagging_fraction=0.8 bagging_freq=1 min_data_per_group=50"
            + " cat_smooth=20"
            + (" num_leaves=" + size.leaves + " min_data_in_leaf=" + size.rowsInLeaf)
            + (" seed=" + seed);
    try (var data =
        LGBMDataset.createFromMat(
            set.matrix(), set.rows(), set.features().size(), true, ONE_THREAD + coding, null)) {
      data.setField("label", set.labels());
      data.setFeatureNames(set.features().stream().map(Feature::name).toArray(String[]::new));
      return grow(data, ONE_THREAD + learning + coding, size.trees);
    } catch (LGBMException e) {
      throw new ModelFailure("LightGBM cannot train on this table: " + e.getMessage(), e);
    }
  }

  private static Trained grow(LGBMDataset data, String parameters, int trees) throws LGBMException {
    try (var booster = LGBMBooster.create(data, parameters)) {
      for (int tree = 0; tree < trees; tree++) {
        if (booster.updateOneIter()) {
          break;
        }
      }
      var importance = LGBMBooster.FeatureImportanceType.GAIN;
      return new Trained(
          booster.saveModelToString(0, 0, importance).getBytes(StandardCharsets.UTF_8),
          booster.featureImportance(0, importance));
    }
  }

  @Override
  public Scorer open(byte[] file, List<Feature> features) {
    LightGbmLibrary.load();
    try {
      return new LightGbmScorer(
          LGBMBooster.loadModelFromString(new String(file, StandardCharsets.UTF_8)),
          features.size());
    } catch (LGBMException e) {
      throw new ModelFailure("this is no LightGBM model file: " + e.getMessage(), e);
    }
  }
}
