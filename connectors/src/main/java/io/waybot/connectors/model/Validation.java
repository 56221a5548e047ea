package io.waybot.connectors.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Trains on some rows and measures on the others, then trains once more on all of them. */
@Component
public class Validation {
  private final LightGbmModel lightGbm;

  Validation(LightGbmModel lightGbm) {
    this.lightGbm = lightGbm;
  }

  /** A model of all rows with the measures of its siblings on rows they had not seen. */
  public record Validated(LightGbmModel.Trained model, Measures measures) {}

  private record HeldOut(float[] scores, float[] labels, Measures.Part part) {}

  /**
   * @throws IllegalArgumentException if a part has no positive or no negative to learn from or
   *     measure
   * @throws ModelFailure if the algorithm refuses the data
   */
  public Validated validate(TrainingSet set, Split split, long seed) {
    var heldOut =
        Arrays.stream(set.parts(split)).parallel().map(part -> measure(set, part, seed)).toList();
    var scores = joined(heldOut.stream().map(HeldOut::scores));
    var labels = joined(heldOut.stream().map(HeldOut::labels));
    var parts = heldOut.stream().map(HeldOut::part).toList();
    var model = lightGbm.train(set, seed);
    return new Validated(
        model,
        new Measures(
            parts.stream().mapToDouble(Measures.Part::auc).average().orElseThrow(),
            parts.stream().mapToDouble(Measures.Part::ks).average().orElseThrow(),
            labels.length,
            IntStream.range(0, labels.length).filter(i -> labels[i] == 1).count(),
            parts,
            new Ranking(scores, labels).deciles(),
            gains(set, model)));
  }

  private HeldOut measure(TrainingSet set, int[][] part, long seed) {
    var training = set.only(part[0]);
    if (training.positives() == 0 || training.positives() == training.rows()) {
      throw new IllegalArgumentException("rows to train on have one outcome only");
    }
    var test = set.only(part[1]);
    try (var scorer = lightGbm.open(lightGbm.train(training, seed).file(), set.features())) {
      var scores = scorer.score(test.matrix(), test.rows());
      var ranking = new Ranking(scores, test.labels());
      return new HeldOut(
          scores, test.labels(), new Measures.Part(test.rows(), ranking.auc(), ranking.ks()));
    }
  }

  private static List<Measures.Gain> gains(TrainingSet set, LightGbmModel.Trained model) {
    double total = Math.max(Arrays.stream(model.gain()).sum(), Double.MIN_NORMAL);
    var gains = new ArrayList<Measures.Gain>();
    for (int i = 0; i < model.gain().length; i++) {
      gains.add(new Measures.Gain(set.features().get(i).name(), model.gain()[i] / total));
    }
    gains.sort(Comparator.comparingDouble(Measures.Gain::share).reversed());
    return gains;
  }

  private static float[] joined(Stream<float[]> parts) {
    var all = parts.toList();
    var joined = new float[all.stream().mapToInt(part -> part.length).sum()];
    int at = 0;
    for (var part : all) {
      System.arraycopy(part, 0, joined, at, part.length);
      at += part.length;
    }
    return joined;
  }
}
