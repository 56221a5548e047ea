package io.waybot.bots.dispatch;

import static io.waybot.bots.dispatch.DispatchBank.customers;
import static org.assertj.core.api.Assertions.assertThat;

import io.waybot.db.content.CrashKind;
import io.waybot.db.dispatch.OptOutLedger;
import io.waybot.db.testing.TestDatabase;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What many who work at once cannot do: pass a cap, or send after an opt-out was confirmed. */
class DispatchRacesTest {

  @ParameterizedTest
  @EnumSource
  void keepsTheCapWhenEightThreadsSendOnFourChannels(TestDatabase kind) throws Exception {
    var gateways =
        new FakeGateway[] {
          new FakeGateway("sms", CrashKind.QUERYABLE),
          new FakeGateway("push", CrashKind.IDEMPOTENT),
          new FakeGateway("call", CrashKind.QUERYABLE),
          new FakeGateway("wecom", CrashKind.QUERYABLE)
        };
    try (var bank = new DispatchBank(kind, gateways)) {
      bank.customersFrom(21, 200);
      for (var gateway : gateways) {
        bank.channel(gateway, 10_000, 1_500, "00:00-24:00", null);
        bank.dispatch(gateway.channel() + "_1", gateway.channel(), customers(1, 200));
      }
      try (var threads = Executors.newFixedThreadPool(8)) {
        for (int i = 0; i < 8; i++) {
          var gateway = gateways[i % 4];
          threads.submit(() -> {
            var lane = bank.lane(gateway);
            while (bank.rows(
                    "channel = '"
                        + gateway.channel()
                        + "' and state in ('PENDING', 'CLAIMED', 'SENDING')")
                > 0) {
              try {
                lane.turn();
              } catch (org.springframework.dao.DataAccessException retried) {
                Thread.yield(); // what the dispatcher's own loop does
              }
            }
          });
        }
        threads.shutdown();
        assertThat(threads.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
      }

      assertThat(bank.rows("state = 'SENT'")).isEqualTo(400);
      assertThat(bank.rows("state = 'WITHHELD' and rule = 'CAP'")).isEqualTo(400);
      assertThat(
              bank.db
                  .sql()
                  .sql(
                      "select count(*) from (select customer from contact_log group by customer"
                          + " having count(*) <> 2) x")
                  .query(Integer.class)
                  .single())
          .isZero();
    }
  }

  @ParameterizedTest
  @EnumSource
  void answersAnOptOutOnlyWhenTheCallUnderWayHasEndedAndBeginsNoneAfterIt(TestDatabase kind)
      throws Exception {
    var push = new FakeGateway("push", CrashKind.IDEMPOTENT);
    try (var bank = new DispatchBank(kind, push)) {
      var calling = new CountDownLatch(1);
      var mayEnd = new CountDownLatch(1);
      var ended = new AtomicBoolean();
      push.behaviour =
          message -> {
            calling.countDown();
            await(mayEnd);
            ended.set(true);
            return push.deliver(message);
          };
      bank.dispatch("push_1", "push", customers(1, 1));
      bank.dispatch("push_2", "push", customers(2, 2));
      try (var threads = Executors.newFixedThreadPool(2)) {
        threads.submit(() -> bank.lane(push).turn());
        assertThat(calling.await(5, TimeUnit.SECONDS)).isTrue();
        var optOut =
            threads.submit(() -> {
              bank.bean(OptOutLedger.class).record(1, "push", bank.clock.instant(), "api");
              return ended.get();
            });
        while (bank.count("opt_out") == 0 && !optOut.isDone()) {
          Thread.onSpinWait(); // recorded, and now waiting for the call
        }
        mayEnd.countDown();
        assertThat(optOut.get(5, TimeUnit.SECONDS)).as("answered after the call").isTrue();
      }
      int before = push.delivered.size();
      bank.dispatch("push_3", "push", customers(1, 1));
      bank.sendAll(push);

      assertThat(push.delivered).hasSize(before);
      assertThat(bank.fate("push_1", 1)).isEqualTo("SENT");
      assertThat(bank.fate("push_3", 1)).isEqualTo("WITHHELD OPTED_OUT");
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
