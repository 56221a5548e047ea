package io.waybot.bots.dispatch;

import static io.waybot.bots.dispatch.DispatchBank.customers;
import static org.assertj.core.api.Assertions.assertThat;

import io.waybot.connectors.channel.Answer;
import io.waybot.db.content.CrashKind;
import io.waybot.db.dispatch.ChannelCapacity;
import io.waybot.db.dispatch.DispatchWishes;
import io.waybot.db.run.RobotSteps;
import io.waybot.db.testing.TestDatabase;
import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** When a send leaves: hours, days, capacity and pace. */
class SendingTimesTest {
  private static final LocalDate FRIDAY = LocalDate.of(2026, 11, 20);

  private final FakeGateway push = new FakeGateway("push", CrashKind.IDEMPOTENT);
  private final FakeGateway sms = new FakeGateway("sms", CrashKind.QUERYABLE);

  @ParameterizedTest
  @EnumSource
  void movesWhatFallsIntoQuietHoursAndSendsItInTheMorning(TestDatabase kind) {
    try (var bank = new DispatchBank(kind, sms)) {
      bank.channel(sms, 100, 60_000, "09:00-20:00", null);
      bank.clock.pass(Duration.ofHours(12));
      bank.dispatch("sms_1", "sms", customers(1, 3));

      bank.sendAll(sms);
      assertThat(sms.delivered).isEmpty();
      assertThat(bank.fate("sms_1", 1)).isEqualTo("PENDING QUIET_HOURS");

      bank.clock.pass(Duration.ofHours(12));
      bank.sendAll(sms);
      assertThat(sms.delivered).hasSize(3);
      assertThat(bank.fate("sms_1", 1)).isEqualTo("SENT");
      assertThat(sms.delivered.getFirst().body()).startsWith("【远途银行】").endsWith("拒收请回复R");
    }
  }

  @ParameterizedTest
  @EnumSource
  void withholdsWhatCouldNotBeSentInTimeAndEndsTheStep(TestDatabase kind) {
    try (var bank = new DispatchBank(kind, sms)) {
      bank.channel(sms, 100, 60_000, "09:00-20:00", null);
      bank.clock.pass(Duration.ofHours(12));
      var step = bank.dispatch("sms_1", "sms", customers(1, 3), "C01", 2, "DAILY");
      bank.sendAll(sms);
      bank.closeSteps();
      assertThat(bank.bean(RobotSteps.class).get(step.stepId()).output()).isNull();

      bank.clock.pass(Duration.ofHours(3));
      bank.closeSteps();

      assertThat(bank.fate("sms_1", 1)).isEqualTo("WITHHELD EXPIRED");
      assertThat(bank.bean(RobotSteps.class).get(step.stepId()).output())
          .contains("\"withheld\":3");
    }
  }

  @ParameterizedTest
  @EnumSource
  void keepsTheCapacityOfTheLocalDayAndGoesOnTheNext(TestDatabase kind) {
    try (var bank = new DispatchBank(kind, sms)) {
      bank.channel(sms, 3, 60_000, "09:00-20:00", null);
      bank.dispatch("sms_1", "sms", customers(1, 5), "C01", 48, "DAILY");
      bank.dispatch("sms_2", "sms", customers(6, 7), "C01", 4, "DAILY");
      bank.sendAll(sms);
      assertThat(sms.delivered).hasSize(3);
      assertThat(bank.rows("state = 'PENDING' and rule = 'CAPACITY'")).isEqualTo(2);
      assertThat(bank.rows("state = 'WITHHELD' and rule = 'CAPACITY'")).isEqualTo(2);

      bank.clock.pass(Duration.ofHours(24));
      bank.sendAll(sms);
      assertThat(sms.delivered).hasSize(5);
      assertThat(bank.bean(ChannelCapacity.class).used("sms", FRIDAY)).isEqualTo(3);
      assertThat(bank.bean(ChannelCapacity.class).used("sms", FRIDAY.plusDays(1))).isEqualTo(2);
    }
  }

  @ParameterizedTest
  @EnumSource
  void sendsInTheBlocksOwnHoursOnly(TestDatabase kind) {
    try (var bank = new DispatchBank(kind, push)) {
      var afternoon = new DispatchWishes("14:00-15:00", null, null);
      bank.dispatch("push_1", "push", customers(1, 2), afternoon);
      bank.dispatch("push_2", "push", customers(3, 4));
      bank.sendAll(push);
      assertThat(push.addresses()).as("09:00").containsExactly("d3", "d4");

      bank.clock.pass(Duration.ofHours(5));
      push.behaviour = message -> new Answer.Busy("429");
      bank.sendAll(push);
      bank.clock.pass(Duration.ofHours(2));
      push.behaviour = push::deliver;
      bank.sendAll(push);
      assertThat(push.delivered).as("busy at 14:00, closed at 16:00").hasSize(2);
      assertThat(bank.fate("push_1", 1)).isEqualTo("PENDING QUIET_HOURS");

      bank.clock.pass(Duration.ofHours(22));
      bank.closeSteps();
      assertThat(bank.fate("push_1", 1)).isEqualTo("WITHHELD EXPIRED");
    }
  }

  @ParameterizedTest
  @EnumSource
  void sendsNoFasterThanTheBlockAllowsEvenAfterAStandstill(TestDatabase kind) {
    try (var bank = new DispatchBank(kind, push)) {
      bank.dispatch("push_1", "push", customers(1, 10), new DispatchWishes(null, 2, null));
      assertThat(
              bank.db
                  .sql()
                  .sql("select count(distinct not_before) from waiting_page")
                  .query(Integer.class)
                  .single())
          .as("ten sends take five minutes")
          .isEqualTo(5);
      bank.clock.pass(Duration.ofHours(1));

      bank.sendAll(push);
      assertThat(push.delivered).as("all ten are due, one may go").hasSize(1);
      assertThat(bank.rows("state = 'PENDING' and rule is null")).isEqualTo(9);
    }
  }
}
