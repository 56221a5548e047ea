package io.waybot.bots.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waybot.bots.Outcome;
import io.waybot.bots.RobotFailure;
import io.waybot.bots.testing.BotsUnderTest;
import io.waybot.connectors.model.Split;
import io.waybot.db.audience.AudienceRef;
import io.waybot.db.audience.AudienceStore;
import io.waybot.db.audience.NewAudience;
import io.waybot.db.customer.ColumnType;
import io.waybot.db.customer.Dataset;
import io.waybot.db.customer.DatasetCatalog;
import io.waybot.db.customer.DatasetColumn;
import io.waybot.db.model.ModelRegistry;
import io.waybot.db.model.ModelVersion;
import io.waybot.db.testing.TestDatabase;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.roaringbitmap.RoaringBitmap;

/** Trains on one table, scores another with the same columns, gives reasons: on both databases. */
class ScoringTest {
  private static final int FIRST = 65_000;
  private static final int LAST = 68_000;

  @ParameterizedTest
  @EnumSource
  void trainsScoresAndGivesReasonsThatFitThePlantedTruth(TestDatabase kind) {
    try (var bots = bots(kind)) {
      var output = train(bots, "train", "better");

      assertThat(output.promoted()).isTrue();
      assertThat(output.rows()).isEqualTo(LAST - FIRST + 1 - 60);
      assertThat(output.auc()).isBetween(.75, .97);
      assertThat(bots.bean(ModelRegistry.class).champion("deposit").orElseThrow().features())
          .contains("deposit_views_30d", "group_code", "G5", "held_term_before")
          .doesNotContain("bought", "opened_on");

      var scored = score(bots, everybody(bots), "customers");

      assertThat(scored.scored().count()).isEqualTo(LAST - FIRST + 1);
      assertThat(scored.unscored()).isEqualTo(1);
      var scores = new HashMap<Integer, Float>();
      bots.bean(AudienceScores.class).each(scored.scored(), BotsUnderTest.D0, scores::put);
      assertThat(scores).hasSize(LAST - FIRST + 1);
      assertThat(meanScore(scores, true)).isGreaterThan(meanScore(scores, false) + .2f);

      var viewer = scores.keySet().stream().filter(n -> views(n) == 8).findFirst().orElseThrow();
      var reasons =
          bots.bean(ScoreReasons.class).top(scored.scored(), RoaringBitmap.bitmapOf(viewer), 3);
      assertThat(reasons.get(viewer)).isNotEmpty().hasSizeLessThanOrEqualTo(3);
      assertThat(reasons.get(viewer).getFirst())
          .isEqualTo(
              new Reason(
                  "deposit_views_30d", "近30天查看存款页面 8 次", "viewed deposits 8 times in 30 days"));
    }
  }

  @ParameterizedTest
  @EnumSource
  void keepsTheFirstScoreOfTheDayWhenTheDataChangeLater(TestDatabase kind) {
    try (var bots = bots(kind)) {
      train(bots, "train", "better");
      var list = everybody(bots);
      var first = scoresOf(bots, score(bots, list, "customers"));
      bots.db.batch().update("update data_customers set deposit_views_30d = 0");

      var again = scoresOf(bots, score(bots, list, "customers"));

      assertThat(again).isEqualTo(first);
    }
  }

  @ParameterizedTest
  @EnumSource(names = "H2")
  void registersOneVersionForAStepThatRunsTwice(TestDatabase kind) {
    try (var bots = bots(kind)) {
      var first = train(bots, "train", "better");

      assertThat(train(bots, "train", "better")).isEqualTo(first);
      assertThat(train(bots, "another", "never"))
          .extracting(TrainModelRobot.Output::version, TrainModelRobot.Output::promoted)
          .containsExactly(2, false);
      assertThat(bots.bean(ModelRegistry.class).versions("deposit"))
          .extracting(ModelVersion::state)
          .containsExactly(ModelVersion.State.CANDIDATE, ModelVersion.State.CHAMPION);
    }
  }

  @ParameterizedTest
  @EnumSource(names = "H2")
  void saysWhatToDoWhenAModelCannotScore(TestDatabase kind) {
    try (var bots = bots(kind)) {
      var list = everybody(bots);

      assertThatThrownBy(() -> score(bots, list, "customers"))
          .isInstanceOf(RobotFailure.Permanent.class)
          .hasMessageContaining("no champion");

      train(bots, "train", "better");
      bots.db
          .batch()
          .update("delete from dataset_column where dataset = 'customers' and name = 'group_code'");
      assertThatThrownBy(() -> score(bots, list, "customers"))
          .isInstanceOf(RobotFailure.Permanent.class)
          .hasMessageContaining("group_code");
    }
  }

  @ParameterizedTest
  @EnumSource(names = "H2")
  void refusesToTrainOnWhatIsNoLabel(TestDatabase kind) {
    try (var bots = bots(kind)) {
      var training = bots.bean(ModelTraining.class);

      assertThatIllegalArgumentException()
          .isThrownBy(() -> training.train(order("deposit_views_30d")))
          .withMessageContaining("label must be yes or no");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> training.train(order("nowhere")))
          .withMessageContaining("nowhere");
    }
  }

  private static TrainingOrder order(String label) {
    return new TrainingOrder(
        "deposit",
        "存款模型",
        "Deposit model",
        "history",
        label,
        List.of(),
        new Split.KFold(3, 1),
        "analyst");
  }

  private static BotsUnderTest bots(TestDatabase kind) {
    var bots =
        new BotsUnderTest(
            kind,
            Map.of(),
            "io.waybot.bots.score",
            "io.waybot.connectors.model",
            "io.waybot.db.model",
            "io.waybot.db.customer",
            "io.waybot.db.audience");
    bots.customers(FIRST, LAST + 1);
    var catalog = bots.bean(DatasetCatalog.class);
    var columns =
        List.of(
            DatasetColumn.of("deposit_views_30d", "Views", ColumnType.INT, 1),
            DatasetColumn.of("held_term_before", "Held", ColumnType.BOOL, 2),
            DatasetColumn.of("group_code", "Group", ColumnType.TEXT, 3));
    catalog.create("customers", Dataset.Kind.PROFILE, "客户", "Customers", columns);
    catalog.create("history", Dataset.Kind.PROFILE, "历史", "History", columns);
    catalog.addColumns(
        catalog.get("history"),
        List.of(
            DatasetColumn.of("bought", "Bought", ColumnType.INT, 4),
            DatasetColumn.of("opened_on", "Opened on", ColumnType.DATE, 5)));
    fill(bots);
    return bots;
  }

  private static void fill(BotsUnderTest bots) {
    var random = new Random(1);
    var profiles =
        IntStream.rangeClosed(FIRST, LAST)
            .mapToObj(n -> new Object[] {n, views(n), n % 3 == 0, "G" + (5 + n % 3)})
            .toList();
    bots.db
        .batch()
        .batchUpdate(
            "insert into data_customers (number, deposit_views_30d, held_term_before, group_code)"
                + " values (?,?,?,?)",
            profiles);
    bots.db
        .batch()
        .batchUpdate(
            "insert into data_history (number, deposit_views_30d, held_term_before, group_code,"
                + " bought) values (?,?,?,?,?)",
            profiles.stream()
                .map(row ->
                    new Object[] {row[0], row[1], row[2], row[3], bought((int) row[0], random)})
                .toList());
  }

  /** Every fiftieth outcome is unknown and must be left out. */
  private static Integer bought(int n, Random random) {
    double p = (views(n) > 0 ? .6 : .05) + (n % 3 == 0 ? .15 : 0);
    int outcome = random.nextDouble() < p ? 1 : 0;
    return n % 50 == 0 && n < 68_000 ? null : outcome;
  }

  private static int views(int n) {
    return n % 4 == 0 ? n % 16 / 4 == 2 ? 8 : 3 : 0;
  }

  private static double meanScore(Map<Integer, Float> scores, boolean viewers) {
    return scores.entrySet().stream()
        .filter(entry -> views(entry.getKey()) > 0 == viewers)
        .mapToDouble(Map.Entry::getValue)
        .average()
        .orElseThrow();
  }

  /** One customer more than there are profiles. */
  private static AudienceRef everybody(BotsUnderTest bots) {
    return bots.bean(AudienceStore.class)
        .save(
            NewAudience.of(
                BotsUnderTest.RUN, BotsUnderTest.at("split").stepId(), "split", "treatment"),
            RoaringBitmap.bitmapOfRange(FIRST, LAST + 2L));
  }

  private static Map<Integer, Float> scoresOf(
      BotsUnderTest bots, ScoreAudienceRobot.Output output) {
    var scores = new HashMap<Integer, Float>();
    bots.bean(AudienceScores.class).each(output.scored(), BotsUnderTest.D0, scores::put);
    return scores;
  }

  private static ScoreAudienceRobot.Output score(
      BotsUnderTest bots, AudienceRef list, String dataset) {
    var outcome =
        bots.bean(ScoreAudienceRobot.class)
            .work(
                new ScoreAudienceRobot.Input(list, "deposit", 30, "stop", dataset),
                BotsUnderTest.at("score"));
    return ((Outcome.Done<ScoreAudienceRobot.Output>) outcome).output();
  }

  private static TrainModelRobot.Output train(BotsUnderTest bots, String element, String promote) {
    var outcome =
        bots.bean(TrainModelRobot.class)
            .work(
                new TrainModelRobot.Input(
                    "deposit", "history", "bought", "", "kfold", null, 20.0, promote),
                BotsUnderTest.at(element));
    return ((Outcome.Done<TrainModelRobot.Output>) outcome).output();
  }
}
