package io.waybot.bots.dispatch;

import static io.waybot.bots.dispatch.DispatchBank.customers;
import static org.assertj.core.api.Assertions.assertThat;

import io.waybot.db.content.CrashKind;
import io.waybot.db.dispatch.StopOrders;
import io.waybot.db.testing.TestDatabase;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Stop orders, given before and in the middle of a batch. */
class KillSwitchTest {
  private final FakeGateway push = new FakeGateway("push", CrashKind.IDEMPOTENT);
  private final FakeGateway sms = new FakeGateway("sms", CrashKind.QUERYABLE);

  @ParameterizedTest
  @EnumSource
  void stopsWhatAStopOrderNamesAndGoesOnWhenASecondPersonReleasesIt(TestDatabase kind) {
    try (var bank = new DispatchBank(kind, push, sms)) {
      var stops = bank.bean(StopOrders.class);
      var id = stops.order(StopOrders.Scope.BRANCH, "11", "wrong rate", "approver");
      bank.dispatch("push_1", "push", customers(1, 2));
      assertThat(stops.waiting(StopOrders.Scope.BRANCH, "11")).isEqualTo(2);
      assertThat(stops.waiting(StopOrders.Scope.JOURNEY, DispatchBank.JOURNEY.toString()))
          .isEqualTo(2);
      bank.lane(push).turn();
      assertThat(bank.fate("push_1", 1)).isEqualTo("PENDING STOPPED");

      stops.askRelease(id, "approver");
      assertThat(stops.release(id, "approver")).as("nobody releases alone").isFalse();
      assertThat(stops.release(id, "approver2")).isTrue();
      bank.bean(KillSwitch.class).forget();
      bank.clock.pass(Duration.ofSeconds(3));
      bank.sendAll(push);
      assertThat(push.delivered).hasSize(2);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "H2,ALL,*",
    "POSTGRESQL,CHANNEL,push",
    "H2,JOURNEY,00000000-0000-0000-0000-000000000001",
    "POSTGRESQL,BRANCH,11"
  })
  void obeysAnOrderOfAnyScopeWithinASecondWithoutBeingTold(
      TestDatabase kind, StopOrders.Scope scope, String target) {
    try (var bank = new DispatchBank(kind, push)) {
      bank.dispatch("push_1", "push", customers(1, 1));
      bank.sendAll(push);
      assertThat(push.delivered).hasSize(1);

      bank.bean(StopOrders.class).order(scope, target, "wrong rate", "approver");
      bank.dispatch("push_2", "push", customers(2, 20));
      bank.nanos.addAndGet(KillSwitch.FRESH.toNanos()); // another node's order: nobody tells
      bank.sendAll(push);

      assertThat(push.delivered).hasSize(1);
      assertThat(bank.rows("state = 'PENDING'")).isEqualTo(19);
    }
  }

  @ParameterizedTest
  @EnumSource
  void stopsInTheMiddleOfABatchBeforeTheNextCall(TestDatabase kind) {
    try (var bank = new DispatchBank(kind, push)) {
      var stops = bank.bean(StopOrders.class);
      push.behaviour =
          message -> {
            if (push.delivered.isEmpty()) {
              stops.order(StopOrders.Scope.CHANNEL, "push", "stop", "approver");
              bank.bean(KillSwitch.class).forget();
            }
            return push.deliver(message);
          };
      var oneByOne =
          new DispatchTimings(
              Duration.ofSeconds(5), Duration.ofSeconds(2), Duration.ofSeconds(1), 1, 4);
      bank.dispatch("push_1", "push", customers(1, 10));
      bank.bean(Dispatcher.class).lane(push, oneByOne).turn();

      assertThat(push.delivered).hasSize(1);
      assertThat(bank.rows("state = 'PENDING'")).isEqualTo(9);
      assertThat(bank.count("contact_log")).isEqualTo(1);
      bank.sendAll(push);
      assertThat(push.delivered).hasSize(1);
    }
  }
}
