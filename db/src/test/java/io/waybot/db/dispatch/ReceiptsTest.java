package io.waybot.db.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.waybot.db.dispatch.Receipts.Receipt;
import io.waybot.db.dispatch.Receipts.Stored;
import io.waybot.db.dispatch.Receipts.Type;
import io.waybot.db.testing.TestDatabase;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReceiptsTest {
  private static final Instant NOW = Instant.parse("2026-03-02T02:00:00Z");
  private static final int EVENTS = 300;

  @ParameterizedTest
  @EnumSource
  void ofCallsThatBringTheSameEventsAtTheSameMomentOnlyOneIsNew(TestDatabase kind)
      throws Exception {
    var db = kind.open();
    var receipts = new Receipts(db.batch(), db.transactions(), Clock.fixed(NOW, ZoneOffset.UTC));
    var events =
        IntStream.range(0, EVENTS)
            .mapToObj(i -> new Receipt("event " + i, "not ours " + i, Type.DELIVERED, NOW, null))
            .toList();
    Callable<List<Stored>> forwards = () -> receipts.store("sms", events);
    Callable<List<Stored>> backwards = () -> receipts.store("sms", events.reversed());

    long fresh = 0;
    try (var threads = Executors.newFixedThreadPool(6)) {
      var calls = new ArrayList<>(Collections.nCopies(3, forwards));
      calls.addAll(Collections.nCopies(3, backwards));
      for (var call : threads.invokeAll(calls)) {
        fresh += call.get().stream().filter(stored -> !stored.duplicate()).count();
      }
    }

    assertThat(fresh).isEqualTo(EVENTS);
    assertThat(receipts.quarantined()).isEqualTo(EVENTS);
  }

  @ParameterizedTest
  @EnumSource
  void anEventTwiceInOneCallIsNewOnce(TestDatabase kind) {
    var db = kind.open();
    var receipts = new Receipts(db.batch(), db.transactions(), Clock.fixed(NOW, ZoneOffset.UTC));
    var reply = new Receipt("e1", "not ours", Type.REPLIED, NOW, "tab\t, back\\slash, 谢谢");

    var stored = receipts.store("sms", List.of(reply, reply));

    assertThat(stored).extracting(Stored::duplicate).containsExactly(false, true);
    assertThat(db.batch().queryForList("select reply_text from receipt", String.class))
        .containsExactly(reply.text());
  }
}
