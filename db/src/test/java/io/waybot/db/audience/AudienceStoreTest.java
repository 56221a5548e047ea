package io.waybot.db.audience;

import static org.assertj.core.api.Assertions.assertThat;

import io.waybot.db.testing.TestDatabase;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.roaringbitmap.RoaringBitmap;

class AudienceStoreTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-20T01:00:00Z"), ZoneOffset.UTC);

  @ParameterizedTest
  @EnumSource
  void givesBackTheSameCustomersAcrossChunks(TestDatabase kind) {
    var db = kind.open();
    var store = new AudienceStore(db.sql(), db.batch(), CLOCK);
    var customers = RoaringBitmap.bitmapOf(0, 1, 65_535, 65_536, 200_000, 5_000_000);

    var ref = store.save(new NewAudience(null, null, null, "list", null, null), customers);

    assertThat(store.load(ref.id())).isEqualTo(customers);
    assertThat(ref.count()).isEqualTo(6);
    assertThat(store.contains(ref.id(), 65_536)).isTrue();
    assertThat(store.contains(ref.id(), 65_537)).isFalse();
    assertThat(store.contains(ref.id(), 9_000_000)).isFalse();
  }

  @ParameterizedTest
  @EnumSource
  void replacesTheSetsOfARepeatedStepAndKeepsOtherRules(TestDatabase kind) {
    var db = kind.open();
    var store = new AudienceStore(db.sql(), db.batch(), CLOCK);
    var origin = NewAudience.of(UUID.randomUUID(), UUID.randomUUID(), "policy", "allowed");

    store.save(origin, RoaringBitmap.bitmapOf(1));
    store.save(origin.rule("removed", "CAP"), RoaringBitmap.bitmapOf(2));
    store.save(origin, RoaringBitmap.bitmapOf(1, 3));

    assertThat(store.ofRun(origin.runId()))
        .extracting(Audience::name, Audience::customers)
        .containsExactlyInAnyOrder(
            org.assertj.core.groups.Tuple.tuple("removed", 1),
            org.assertj.core.groups.Tuple.tuple("allowed", 2));
  }
}
