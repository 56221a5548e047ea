package io.waybot.bots.audience;

import static io.waybot.bots.audience.PullingBank.bank;
import static io.waybot.bots.audience.PullingBank.entered;
import static io.waybot.bots.audience.PullingBank.entries;
import static io.waybot.bots.audience.PullingBank.members;
import static io.waybot.bots.audience.PullingBank.pull;
import static org.assertj.core.api.Assertions.assertThat;

import io.waybot.bots.RobotContext;
import io.waybot.bots.testing.BotsUnderTest;
import io.waybot.db.audience.Audience;
import io.waybot.db.audience.AudienceStore;
import io.waybot.db.testing.TestDatabase;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.roaringbitmap.RoaringBitmap;

/** Who enters a journey, and that it is noted once. */
class ListDoorTest {
  @TempDir Path home;

  @ParameterizedTest
  @EnumSource
  void leavesOutWhoEnteredLatelyAndSaysHowManyThatWere(TestDatabase kind) {
    try (var bots = bank(kind, home)) {
      entered(bots, 3, BotsUnderTest.D0.minusDays(29));
      entered(bots, 4, BotsUnderTest.D0.minusDays(30));
      entered(bots, 5, BotsUnderTest.D0);

      var output = pull(bots, BotsUnderTest.at("pull"), "rich", null);

      assertThat(members(bots, output)).containsExactly(4, 5);
      assertThat(output.reentry()).isEqualTo(1);
      assertThat(bots.bean(AudienceStore.class).ofRun(BotsUnderTest.RUN))
          .filteredOn(set -> "REENTRY".equals(set.ruleCode()))
          .extracting(Audience::name, Audience::customers)
          .containsExactly(org.assertj.core.groups.Tuple.tuple("removed", 1));
    }
  }

  @ParameterizedTest
  @EnumSource
  void notesACustomerOnceWhomFourBlocksLetInAtTheSameMoment(TestDatabase kind) throws Exception {
    try (var bots = bank(kind, home);
        var blocks = Executors.newFixedThreadPool(4)) {
      var together = new CyclicBarrier(4);
      var entering =
          IntStream.range(0, 4)
              .mapToObj(block ->
                  blocks.submit(() -> {
                    var list = RoaringBitmap.bitmapOfRange(100L * block, 100L * block + 3_000);
                    var context = BotsUnderTest.at("pull_" + block);
                    together.await();
                    return bots.bean(ListDoor.class)
                        .enter(list, new RoaringBitmap(), Map.of(), context);
                  }))
              .toList();
      for (var one : entering) {
        one.get();
      }

      assertThat(entries(bots)).isEqualTo(3_300);
    }
  }

  @ParameterizedTest
  @EnumSource
  void doingItTwiceEqualsDoingItOnceAndARehearsalNotesNoEntry(TestDatabase kind) {
    try (var bots = bank(kind, home)) {
      pull(bots, rehearsal("pull"), "rich", null);
      assertThat(entries(bots)).isZero();

      var first = pull(bots, BotsUnderTest.at("pull"), "rich", 2);
      var second = pull(bots, BotsUnderTest.at("pull"), "rich", 2);

      assertThat(members(bots, second)).hasSize(2);
      assertThat(second.audience().count()).isEqualTo(first.audience().count());
      assertThat(entries(bots)).isEqualTo(2);
    }
  }

  private static RobotContext rehearsal(String element) {
    var at = BotsUnderTest.at(element);
    return new RobotContext(
        at.runId(),
        at.scopeRunId(),
        "REHEARSAL",
        at.journeyId(),
        at.journeyVersionId(),
        at.journeyKey(),
        at.ownerOrg(),
        at.businessDate(),
        at.stepId(),
        at.elementId(),
        at.pass());
  }
}
