package io.waybot.e2e.bench;

import io.waybot.bots.allocate.Instance;
import io.waybot.bots.allocate.InstanceBuilder;
import io.waybot.bots.allocate.KeyHash;
import io.waybot.bots.allocate.Limits;
import io.waybot.bots.allocate.TreatmentAllocator;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.sql.SQLException;
import org.roaringbitmap.RoaringBitmap;

/**
 * The run's customers as a bare allocation: for each the best offer by each of the four channels,
 * as the product hands them to its allocator too, and the channels' capacities.
 */
final class FloorAllocation {
  private static final double[] SHARE = {0.16, 0.20, 0.16, 0.14}; // as the bench's bank has them
  private static final double[] FACTOR = {1.1, 1.0, 0.9, 0.8};
  private static final double WOULD_BUY = 0.7;
  private static final double BEST_OFFER_YUAN = 440;

  private final Instance problem;

  private FloorAllocation(Instance problem) {
    this.problem = problem;
  }

  /** Those of the treatment arm, with the scores that the model gives them. */
  static FloorAllocation of(EmbeddedPostgres postgres, int customers) throws SQLException {
    var capacities = new double[SHARE.length];
    for (int channel = 0; channel < SHARE.length; channel++) {
      capacities[channel] = Math.floor(SHARE[channel] * customers);
    }
    var builder =
        new InstanceBuilder(
            new Limits(new double[SHARE.length], capacities, new double[SHARE.length]));
    var kinds = new int[SHARE.length];
    for (int channel = 0; channel < SHARE.length; channel++) {
      kinds[channel] = builder.kind(channel, new int[] {channel}, new double[] {1});
    }
    var scores = scores(customers);
    treated(postgres)
        .forEach((int number) -> {
          builder.unit();
          builder.customer(KeyHash.of(BenchCustomers.key(number)));
          for (int channel = 0; channel < SHARE.length; channel++) {
            builder.option(
                scores[number] * (FACTOR[channel] - WOULD_BUY) * BEST_OFFER_YUAN, kinds[channel]);
          }
        });
    return new FloorAllocation(builder.build());
  }

  private static RoaringBitmap treated(EmbeddedPostgres postgres) throws SQLException {
    var treated = new RoaringBitmap();
    try (var connection = postgres.getPostgresDatabase().getConnection();
        var statement = connection.createStatement();
        var row =
            statement.executeQuery("select customer from write_back_row where arm = 'treatment'")) {
      while (row.next()) {
        treated.add(row.getInt(1));
      }
    }
    return treated;
  }

  private static double[] scores(int customers) {
    var scorer = new BenchModel.Scorer(BenchModel.trained());
    var scores = new double[customers + 1];
    int chunk = 65_536;
    for (int from = 0; from <= customers; from += chunk) {
      int rows = Math.min(chunk, customers + 1 - from);
      var given = scorer.score(BenchCustomers.matrix(from, rows), rows);
      for (int row = 0; row < rows; row++) {
        scores[from + row] = given[row];
      }
    }
    return scores;
  }

  /** From the problem in memory to the plan. */
  void run(int threads) {
    new TreatmentAllocator(threads).allocate(problem);
  }
}
