package io.waybot.db.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.waybot.db.testing.TestDatabase;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.roaringbitmap.RoaringBitmap;

class ModelsAndScoresTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-20T01:00:00Z"), ZoneOffset.UTC);
  private static final LocalDate D0 = LocalDate.of(2026, 11, 20);

  @ParameterizedTest
  @EnumSource
  void hasOneChampionWhateverIsPromotedNext(TestDatabase kind) {
    var registry = registry(kind.open());
    var model = registry.open("deposit", "存款模型", "Deposit model");
    var first = registry.register(model, aVersion(.77));
    var second = registry.register(model, aVersion(.78));

    registry.promote(first.id());
    registry.promote(second.id());

    assertThat(registry.champion("deposit"))
        .get()
        .extracting(ModelVersion::id)
        .isEqualTo(second.id());
    assertThat(registry.versions("deposit"))
        .extracting(ModelVersion::version, ModelVersion::state)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(2, ModelVersion.State.CHAMPION),
            org.assertj.core.groups.Tuple.tuple(1, ModelVersion.State.RETIRED));
    assertThat(registry.booster(first.id())).containsExactly(1, 2, 3);
  }

  @ParameterizedTest
  @EnumSource
  void keepsTheNamesOfAModelThatIsOpenedAgain(TestDatabase kind) {
    var registry = registry(kind.open());
    var first = registry.open("deposit", "存款模型", "Deposit model");

    var again = registry.open("deposit", "别的", "Other");

    assertThat(again).isEqualTo(first);
  }

  @ParameterizedTest
  @EnumSource
  void addsScoresToAChunkAndNeverChangesOneThatWasGiven(TestDatabase kind) {
    var db = kind.open();
    var registry = registry(db);
    var version = registry.register(registry.open("deposit", "a", "b"), aVersion(.7)).id();
    var scores = new ScoreStore(db.sql(), db.batch());

    scores.add(version, D0, 1, column(Map.of(0, .25f, 7, .5f)));
    scores.add(version, D0, 1, column(Map.of(7, .9f, 8, .75f)));

    var found = new HashMap<Integer, Float>();
    scores.each(version, D0, RoaringBitmap.bitmapOf(65_536, 65_543, 65_544, 65_545, 3), found::put);
    assertThat(found)
        .containsEntry(65_536, .25f)
        .containsEntry(65_543, .5f)
        .containsEntry(65_544, .75f)
        .containsEntry(65_545, Float.NaN)
        .containsEntry(3, Float.NaN);
  }

  private static float[] column(Map<Integer, Float> given) {
    var column = new float[ScoreStore.CHUNK];
    Arrays.fill(column, Float.NaN);
    given.forEach((i, score) -> column[i] = score);
    return column;
  }

  private static ModelRegistry registry(TestDatabase.Access db) {
    return new ModelRegistry(db.sql(), db.batch(), CLOCK);
  }

  private static NewModelVersion aVersion(double auc) {
    return new NewModelVersion(
        "lightgbm",
        "history",
        "bought",
        "[]",
        "{}",
        100,
        auc,
        .4,
        "{}",
        new byte[] {1, 2, 3},
        "analyst");
  }
}
