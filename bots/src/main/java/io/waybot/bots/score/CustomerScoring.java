package io.waybot.bots.score;

import io.waybot.db.customer.CustomerColumns;
import io.waybot.db.customer.DatasetCatalog;
import io.waybot.db.model.ModelVersion;
import io.waybot.db.model.ScoreStore;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.stereotype.Component;

/** Scores customers chunk by chunk, on all cores; who has a score of that day keeps it. */
@Component
class CustomerScoring {
  private final ModelFiles models;
  private final DatasetCatalog catalog;
  private final CustomerColumns columns;
  private final ScoreStore scores;

  CustomerScoring(
      ModelFiles models, DatasetCatalog catalog, CustomerColumns columns, ScoreStore scores) {
    this.models = models;
    this.catalog = catalog;
    this.columns = columns;
    this.scores = scores;
  }

  /**
   * Answers who of these customers has a score now; the others have no row in the dataset.
   *
   * @throws IllegalArgumentException if the dataset lacks a column that the model needs
   */
  RoaringBitmap score(
      ModelVersion version, String dataset, LocalDate businessDate, RoaringBitmap customers) {
    var model = models.open(version);
    var coder = new RowCoder(catalog, dataset, model.features());
    var chunks = customers.stream().map(number -> number >>> 16).distinct().toArray();
    var scored =
        Arrays.stream(chunks)
            .parallel()
            .mapToObj(chunk ->
                scoreChunk(
                    model, coder, new Chunk(version, dataset, businessDate, chunk), customers))
            .toList();
    return RoaringBitmap.or(scored.iterator());
  }

  private record Chunk(ModelVersion version, String dataset, LocalDate businessDate, int number) {}

  private RoaringBitmap scoreChunk(
      OpenModel model, RowCoder coder, Chunk chunk, RoaringBitmap customers) {
    long from = (long) chunk.number() << 16;
    var members = customers.selectRange(from, from + ScoreStore.CHUNK);
    var known = scores.load(chunk.version().id(), chunk.businessDate(), chunk.number());
    var missing = new RoaringBitmap();
    members.stream().filter(number -> Float.isNaN(known[number & 0xFFFF])).forEach(missing::add);
    if (!missing.isEmpty()) {
      scoreMissing(model, coder, chunk, missing, known);
      scores.add(chunk.version().id(), chunk.businessDate(), chunk.number(), known);
    }
    var scored = new RoaringBitmap();
    members.stream().filter(number -> !Float.isNaN(known[number & 0xFFFF])).forEach(scored::add);
    return scored;
  }

  private void scoreMissing(
      OpenModel model, RowCoder coder, Chunk chunk, RoaringBitmap missing, float[] known) {
    var matrix = new double[missing.getCardinality() * coder.width()];
    var numbers = new int[missing.getCardinality()];
    int[] rows = {0};
    columns.scan(
        chunk.dataset(),
        coder.names(),
        missing,
        row -> {
          coder.code(row, matrix, rows[0] * coder.width());
          numbers[rows[0]++] = row.customer();
        });
    try (var scorer = model.scorer()) {
      var given = scorer.score(matrix, rows[0]);
      IntStream.range(0, rows[0]).forEach(i -> known[numbers[i] & 0xFFFF] = given[i]);
    }
  }
}
