package io.waybot.bots.score;

import io.waybot.connectors.model.Feature;
import io.waybot.db.audience.AudienceRef;
import io.waybot.db.customer.CustomerColumns;
import io.waybot.db.customer.DatasetCatalog;
import io.waybot.db.customer.DatasetColumn;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.stereotype.Component;

/**
 * The top reasons of a score in words, from SHAP values: what speaks for this customer, the
 * strongest first. About 2,000 customers a second and core, so for chosen customers only.
 */
@Component
public class ScoreReasons {
  private final AudienceScores scored;
  private final ModelFiles models;
  private final DatasetCatalog catalog;
  private final CustomerColumns columns;

  ScoreReasons(
      AudienceScores scored, ModelFiles models, DatasetCatalog catalog, CustomerColumns columns) {
    this.scored = scored;
    this.models = models;
    this.catalog = catalog;
    this.columns = columns;
  }

  /**
   * At most {@code most} reasons for each of these customers; a customer without a row in the
   * scored dataset is absent.
   *
   * @throws IllegalArgumentException if score-audience did not make {@code audience}
   */
  public Map<Integer, List<Reason>> top(AudienceRef audience, RoaringBitmap customers, int most) {
    var lineage = scored.lineage(audience);
    var model = models.open(lineage.modelVersion());
    var coder = new RowCoder(catalog, lineage.dataset(), model.features());
    var described =
        model.features().stream()
            .map(feature -> catalog.column(lineage.dataset(), feature.name()).orElseThrow())
            .toList();
    int width = coder.width();
    var matrix = new double[customers.getCardinality() * width];
    var numbers = new ArrayList<Integer>();
    columns.scan(
        lineage.dataset(),
        coder.names(),
        customers,
        row -> {
          coder.code(row, matrix, numbers.size() * width);
          numbers.add(row.customer());
        });
    try (var scorer = model.scorer()) {
      var contributions = scorer.contributions(matrix, numbers.size());
      var reasons = new HashMap<Integer, List<Reason>>();
      for (int row = 0; row < numbers.size(); row++) {
        int values = row * width;
        int shap = row * (width + 1);
        reasons.put(
            numbers.get(row),
            words(model.features(), described, matrix, values, contributions, shap, most));
      }
      return reasons;
    }
  }

  private static List<Reason> words(
      List<Feature> features,
      List<DatasetColumn> described,
      double[] matrix,
      int values,
      double[] contributions,
      int shap,
      int most) {
    return IntStream.range(0, features.size())
        .boxed()
        .filter(i -> contributions[shap + i] > 0 && ReasonWords.quotable(described.get(i)))
        .sorted(Comparator.comparingDouble(i -> -contributions[shap + i]))
        .limit(most)
        .map(i -> ReasonWords.say(described.get(i), features.get(i), matrix[values + i]))
        .toList();
  }
}
