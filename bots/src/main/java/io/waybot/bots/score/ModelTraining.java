package io.waybot.bots.score;

import io.waybot.connectors.model.LightGbmModel;
import io.waybot.connectors.model.Measures;
import io.waybot.connectors.model.ModelFailure;
import io.waybot.connectors.model.Split;
import io.waybot.connectors.model.TrainingSet;
import io.waybot.connectors.model.Validation;
import io.waybot.db.model.ModelRegistry;
import io.waybot.db.model.ModelVersion;
import io.waybot.db.model.NewModelVersion;
import java.util.LinkedHashMap;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Trains on an imported table, measures on rows held out, registers a candidate, promotes. */
@Component
public class ModelTraining {
  private static final Logger log = LoggerFactory.getLogger(ModelTraining.class);
  private static final long SEED = 20_261_120;
  private static final int FEWEST_OF_EACH = 30;
  private final TrainingTable table;
  private final Validation validation;
  private final LightGbmModel lightGbm;
  private final ModelRegistry registry;
  private final JsonMapper json;

  ModelTraining(
      TrainingTable table,
      Validation validation,
      LightGbmModel lightGbm,
      ModelRegistry registry,
      JsonMapper json) {
    this.table = table;
    this.validation = validation;
    this.lightGbm = lightGbm;
    this.registry = registry;
    this.json = json;
  }

  /** A trained model that nobody can use yet. */
  public record Trained(TrainingSet set, Validation.Validated result) {
    public Measures measures() {
      return result.measures();
    }
  }

  /**
   * Trains and measures; keeps nothing.
   *
   * @throws IllegalArgumentException if the table, its columns or its outcomes do not serve
   * @throws ModelFailure if the algorithm refuses the data
   */
  public Trained train(TrainingOrder order) {
    var set = table.read(order);
    long positives = set.positives();
    if (positives < FEWEST_OF_EACH || set.rows() - positives < FEWEST_OF_EACH) {
      throw new IllegalArgumentException(
          "a model needs at least "
              + FEWEST_OF_EACH
              + " rows of each outcome; "
              + order.dataset()
              + " has "
              + positives
              + " yes among "
              + set.rows());
    }
    var result = validation.validate(set, order.split(), SEED);
    log.info(
        "model={} rows={} auc={} ks={} trained",
        order.modelCode(),
        set.rows(),
        result.measures().auc(),
        result.measures().ks());
    return new Trained(set, result);
  }

  /** Keeps a trained model as its model's next version, a CANDIDATE. */
  public ModelVersion register(TrainingOrder order, Trained trained) {
    var model = registry.open(order.modelCode(), order.nameZh(), order.nameEn());
    var measures = trained.measures();
    return registry.register(
        model,
        new NewModelVersion(
            lightGbm.algorithm(),
            order.dataset(),
            order.label(),
            json.writeValueAsString(trained.set().features()),
            described(order.split()),
            trained.set().rows(),
            measures.auc(),
            measures.ks(),
            json.writeValueAsString(measures),
            trained.result().model().file(),
            order.trainedBy()));
  }

  /**
   * Makes a version the one that scores.
   *
   * @throws IllegalStateException if it was never measured on enough rows held out
   */
  public void promote(UUID versionId) {
    if (!measured(registry.version(versionId))) {
      throw new IllegalStateException(
          "measured on fewer than " + FEWEST_OF_EACH + " held-out positives: it may not score");
    }
    registry.promote(versionId);
  }

  /** Whether enough rows were held out to say how good a version is. */
  public boolean measured(ModelVersion version) {
    return measuresOf(version).heldOutPositives() >= FEWEST_OF_EACH;
  }

  /** What held-out rows said about a version. */
  public Measures measuresOf(ModelVersion version) {
    return json.readValue(version.metrics(), Measures.class);
  }

  /** A split as model versions and trainings keep it: JSON. */
  public String described(Split split) {
    var words = new LinkedHashMap<String, Object>();
    switch (split) {
      case Split.KFold folds -> {
        words.put("kind", "kfold");
        words.put("k", folds.k());
        words.put("seed", folds.seed());
      }
      case Split.OutOfTime newest -> {
        words.put("kind", "out_of_time");
        words.put("column", newest.column());
        words.put("share", newest.share());
      }
    }
    return json.writeValueAsString(words);
  }
}
