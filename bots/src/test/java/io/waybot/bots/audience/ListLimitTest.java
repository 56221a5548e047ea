package io.waybot.bots.audience;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.roaringbitmap.RoaringBitmap;

class ListLimitTest {
  private static final RoaringBitmap LIST = RoaringBitmap.bitmapOfRange(1, 100_001);

  @Test
  void drawsTheSameCustomersForTheSameSeedAndOthersForAnother() {
    var monday = ListLimit.atRandom(LIST, 10_000, "j/2026-11-23");

    assertThat(ListLimit.atRandom(LIST, 10_000, "j/2026-11-23")).isEqualTo(monday);
    assertThat(
            RoaringBitmap.andCardinality(ListLimit.atRandom(LIST, 10_000, "j/2026-11-24"), monday))
        .isBetween(850, 1_150);
  }

  @Test
  void drawsEvenlyOverTheList() {
    var drawn = ListLimit.atRandom(LIST, 20_000, "seed");

    assertThat(drawn.getCardinality()).isEqualTo(20_000);
    assertThat(drawn.rank(50_000)).isBetween(9_700, 10_300);
    assertThat(RoaringBitmap.andNot(drawn, LIST).isEmpty()).isTrue();
  }

  @Test
  void takesEverybodyWhenThereIsRoom() {
    assertThat(ListLimit.atRandom(RoaringBitmap.bitmapOf(1, 2), 2, "s").toArray())
        .containsExactly(1, 2);
  }
}
