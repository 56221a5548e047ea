package io.waybot.bots.dispatch;

import static io.waybot.bots.dispatch.DispatchBank.customers;
import static org.assertj.core.api.Assertions.assertThat;

import io.waybot.connectors.channel.Answer;
import io.waybot.connectors.channel.Message;
import io.waybot.db.content.CrashKind;
import io.waybot.db.dispatch.ChannelCapacity;
import io.waybot.db.dispatch.DispatchLedger;
import io.waybot.db.dispatch.DispatchWishes;
import io.waybot.db.dispatch.OptOutLedger;
import io.waybot.db.dispatch.StopOrders;
import io.waybot.db.run.RobotStep;
import io.waybot.db.run.RobotSteps;
import io.waybot.db.testing.TestDatabase;
import java.time.Duration;
import java.time.LocalDate;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class DispatcherTest {
  private static final LocalDate FRIDAY = LocalDate.of(2026, 11, 20);

  private final FakeGateway push = new FakeGateway("push", CrashKind.IDEMPOTENT);
  private final FakeGateway sms = new FakeGateway("sms", CrashKind.QUERYABLE);

  @ParameterizedTest
  @EnumSource
  void sendsToEachCustomerOnceHoweverOftenTheJobIsDeliveredAndEndsTheStep(TestDatabase kind) {
    try (var bank = new DispatchBank(kind, push)) {
      var step = bank.dispatch("push_1", "push", customers(1, 10));
      bank.sendAll(push);
      bank.dispatch("push_1", "push", customers(1, 10));
      bank.sendAll(push);
      bank.closeSteps();

      var done = bank.bean(RobotSteps.class).get(step.stepId());
      assertThat(done.state()).isEqualTo(RobotStep.State.DONE);
      assertThat(done.output()).contains("\"count\":10").contains("\"withheld\":0");
      assertThat(push.delivered).hasSize(10);
      assertThat(push.delivered.getFirst().body()).contains("高先生您好,年利率1.35%。利率以办理时为准。");
      assertThat(bank.rows("state = 'SENT' and cost_yuan = 0.045 and attempts = 1")).isEqualTo(10);
      assertThat(bank.count("contact_log")).isEqualTo(10);
      assertThat(bank.bean(ChannelCapacity.class).used("push", FRIDAY)).isEqualTo(10);
    }
  }

  @ParameterizedTest
  @EnumSource
  void withholdsByWhatIsTrueWhenSendingNotWhenFiltering(TestDatabase kind) {
    try (var bank = new DispatchBank(kind, push)) {
      bank.dispatch("push_1", "push", customers(1, 11));
      bank.fact(1, "consent", false);
      bank.bean(OptOutLedger.class).record(2, "push", bank.clock.instant(), "reply");
      bank.bean(OptOutLedger.class).record(3, "*", bank.clock.instant(), "staff");
      bank.bean(OptOutLedger.class).record(4, "sms", bank.clock.instant(), "reply");
      bank.fact(5, "opted_out_channels", "SMS;PUSH");
      bank.fact(6, "complaint_open", true);
      bank.fact(7, "protected_reason", "deceased");
      bank.fact(8, "device_id", null);
      bank.fact(9, "contacts_7d", 2);
      bank.fact(10, "contacts_7d", 1);
      bank.fact(11, "push_ok", false);
      bank.sendAll(push);

      assertThat(bank.fate("push_1", 1)).isEqualTo("WITHHELD NO_CONSENT");
      assertThat(bank.fate("push_1", 2)).isEqualTo("WITHHELD OPTED_OUT");
      assertThat(bank.fate("push_1", 3)).isEqualTo("WITHHELD OPTED_OUT");
      assertThat(bank.fate("push_1", 4)).isEqualTo("SENT");
      assertThat(bank.fate("push_1", 5)).isEqualTo("WITHHELD OPTED_OUT");
      assertThat(bank.fate("push_1", 6)).isEqualTo("WITHHELD COMPLAINT");
      assertThat(bank.fate("push_1", 7)).isEqualTo("WITHHELD PROTECTED");
      assertThat(bank.fate("push_1", 8)).isEqualTo("WITHHELD NO_ADDRESS");
      assertThat(bank.fate("push_1", 9)).isEqualTo("WITHHELD CAP");
      assertThat(bank.fate("push_1", 11)).isEqualTo("WITHHELD NO_ADDRESS");
      assertThat(bank.fate("push_1", 10)).isEqualTo("SENT");
      assertThat(push.addresses()).containsExactly("d10", "d4");
    }
  }

  @ParameterizedTest
  @EnumSource
  void countsContactsOverAllChannelsButNotTheMessageCentre(TestDatabase kind) {
    var inbox = new FakeGateway("inbox", CrashKind.IDEMPOTENT);
    var mail = new FakeGateway("email", CrashKind.PLAIN);
    try (var bank = new DispatchBank(kind, push, sms, inbox, mail)) {
      bank.dispatch("inbox_1", "inbox", customers(1, 3));
      bank.sendAll(inbox);
      bank.dispatch("push_1", "push", customers(1, 3));
      bank.sendAll(push);
      bank.dispatch("sms_1", "sms", customers(1, 3));
      bank.sendAll(sms);
      bank.dispatch("mail_1", "email", customers(1, 3));
      bank.sendAll(mail);

      assertThat(inbox.delivered).hasSize(3);
      assertThat(push.delivered).hasSize(3);
      assertThat(sms.delivered).hasSize(3);
      assertThat(mail.delivered).isEmpty();
      assertThat(bank.rows("channel = 'email' and rule = 'CAP'")).isEqualTo(3);
    }
  }

  @ParameterizedTest
  @EnumSource
  void letsCareIgnoreCapsAndAServiceNoticeConsentButNeverAnOptOut(TestDatabase kind) {
    try (var bank = new DispatchBank(kind, push)) {
      bank.content("C28", null, "CARE");
      bank.content("C27", null, "SERVICE");
      bank.bean(io.waybot.db.content.Contents.class).change(words("C28", "CARE"), 1, "planner");
      bank.bean(io.waybot.db.content.Contents.class).change(words("C27", "SERVICE"), 1, "planner");
      bank.fact(1, "contacts_7d", 5);
      bank.fact(2, "consent", false);
      bank.fact(3, "opted_out_channels", "*");
      bank.dispatch("care", "push", customers(1, 3), "C28", 24, "DAILY");
      bank.dispatch("service", "push", customers(1, 3), "C27", 24, "DAILY");
      bank.sendAll(push);

      assertThat(bank.fate("care", 1)).isEqualTo("SENT");
      assertThat(bank.fate("care", 2)).isEqualTo("WITHHELD NO_CONSENT");
      assertThat(bank.fate("service", 2)).isEqualTo("SENT");
      assertThat(bank.fate("service", 3)).isEqualTo("WITHHELD OPTED_OUT");
      assertThat(bank.count("contact_log")).isZero();
    }
  }

  private static io.waybot.db.content.ContentDraft words(String code, String purpose) {
    return new io.waybot.db.content.ContentDraft(
        code,
        null,
        "00",
        purpose,
        null,
        null,
        null,
        java.util.Map.of(
            "zh", new io.waybot.db.content.Content.Text("祝", "{{salutation}},生日快乐。"),
            "en",
                new io.waybot.db.content.Content.Text("Wish", "{{salutation}}, happy birthday.")));
  }

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
  void keepsTheCapOfTheChannelItself(TestDatabase kind) {
    try (var bank = new DispatchBank(kind, push)) {
      bank.channel(push, 100, 60_000, "00:00-24:00", "1/1");
      bank.dispatch("push_1", "push", customers(1, 2));
      bank.dispatch("push_2", "push", customers(1, 2));
      bank.sendAll(push);
      assertThat(bank.rows("state = 'SENT'")).isEqualTo(2);
      assertThat(bank.rows("rule = 'CAP'")).isEqualTo(2);

      bank.clock.pass(Duration.ofDays(1));
      bank.dispatch("push_3", "push", customers(1, 2));
      bank.sendAll(push);
      assertThat(bank.fate("push_3", 1)).isEqualTo("SENT");
    }
  }

  @ParameterizedTest
  @EnumSource
  void givesBackContactAndCapacityWhenTheProviderIsBusyAndTriesLater(TestDatabase kind) {
    try (var bank = new DispatchBank(kind, push)) {
      push.behaviour = message -> new Answer.Busy("429");
      bank.dispatch("push_1", "push", customers(1, 2));
      bank.sendAll(push);
      assertThat(bank.rows("state = 'PENDING' and attempts = 1 and error = '429'")).isEqualTo(2);
      assertThat(bank.count("contact_log")).isZero();
      assertThat(bank.bean(ChannelCapacity.class).used("push", FRIDAY)).isZero();

      push.behaviour = push::deliver;
      bank.sendAll(push);
      assertThat(push.delivered).as("not before the back-off").isEmpty();
      bank.clock.pass(Duration.ofSeconds(2));
      bank.sendAll(push);
      assertThat(push.delivered).hasSize(2);
    }
  }

  @ParameterizedTest
  @EnumSource
  void recordsARefusalWithoutCountingAContact(TestDatabase kind) {
    try (var bank = new DispatchBank(kind, push)) {
      push.behaviour =
          message ->
              message.address().equals("d1")
                  ? new Answer.Rejected("unknown device")
                  : push.deliver(message);
      bank.dispatch("push_1", "push", customers(1, 2));
      bank.sendAll(push);

      assertThat(bank.fate("push_1", 1)).isEqualTo("REJECTED");
      assertThat(bank.fate("push_1", 2)).isEqualTo("SENT");
      assertThat(bank.count("contact_log")).isEqualTo(1);
      assertThat(bank.bean(ChannelCapacity.class).used("push", FRIDAY)).isEqualTo(1);
    }
  }

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

  @ParameterizedTest
  @EnumSource
  void sendsNothingMoreOfACancelledRun(TestDatabase kind) {
    try (var bank = new DispatchBank(kind, push)) {
      var step = bank.dispatch("push_1", "push", customers(1, 5));
      bank.db.batch().update("update run set state = 'CANCELLED'");
      bank.sendAll(push);
      bank.dispatch("push_2", "push", customers(1, 5));
      bank.bean(DispatchLedger.class).cancel(step.runId());

      assertThat(push.delivered).isEmpty();
      assertThat(bank.rows("state = 'WITHHELD' and rule = 'CANCELLED'")).isEqualTo(10);
    }
  }

  @ParameterizedTest
  @EnumSource
  void rehearsesWithTheSameRulesAndSendsNothing(TestDatabase kind) {
    try (var bank = new DispatchBank(kind, sms)) {
      bank.channel(sms, 1, 60_000, "09:00-10:00", null);
      bank.clock.pass(Duration.ofHours(12));
      bank.fact(1, "consent", false);
      var step = bank.dispatch("sms_1", "sms", customers(1, 5), "C01", 24, "REHEARSAL");
      bank.sendAll(sms);
      bank.closeSteps();

      assertThat(sms.delivered).isEmpty();
      assertThat(bank.fate("sms_1", 1)).isEqualTo("WITHHELD NO_CONSENT");
      assertThat(bank.bean(RobotSteps.class).get(step.stepId()).output()).contains("\"count\":4");
      assertThat(bank.count("contact_log")).isZero();
      assertThat(bank.bean(ChannelCapacity.class).used("sms", FRIDAY)).isZero();
    }
  }

  @ParameterizedTest
  @EnumSource
  void doesNotUseAMarkThatIsTooOld(TestDatabase kind) {
    try (var bank = new DispatchBank(kind, push)) {
      var stale =
          new DispatchTimings(Duration.ofSeconds(5), Duration.ZERO, Duration.ofSeconds(1), 4, 4);
      bank.dispatch("push_1", "push", customers(1, 3));
      bank.bean(Dispatcher.class).lane(push, stale).turn();

      assertThat(push.delivered).isEmpty();
      assertThat(bank.rows("state = 'PENDING' and attempts = 0 and marked_on is null"))
          .isEqualTo(3);
      assertThat(bank.count("contact_log")).isZero();
    }
  }

  @ParameterizedTest
  @EnumSource
  void givesEachCustomerTheContentOfTheProductThatWasDecided(TestDatabase kind) {
    try (var bank = new DispatchBank(kind, push)) {
      var window = UUID.randomUUID();
      var now = java.sql.Timestamp.from(bank.clock.instant());
      bank.db
          .batch()
          .update(
              "insert into decision_window (id, business_date, sequence, kind, state, opened_at)"
                  + " values (?,?,1,'DAILY','DECIDED',?)",
              window,
              FRIDAY,
              now);
      for (int customer : new int[] {1, 2}) {
        bank.db
            .batch()
            .update(
                "insert into decision (window_id, customer, run_id, element_id, product_code,"
                    + " content_code, channel, score, value_yuan, price_yuan) values"
                    + " (?,?,?,'decide',?,?,'push',0.1,1,0)",
                window,
                customer,
                DispatchBank.RUN,
                customer == 1 ? "P01" : "P04",
                customer == 1 ? "C01" : "C04");
      }
      bank.dispatch("first", "push", customers(1, 2), "", 24, "DAILY");
      bank.dispatch("second", "push", customers(1, 2), "C04, C01", 24, "DAILY");
      bank.sendAll(push);

      assertThat(
              push.delivered.stream()
                  .collect(
                      Collectors.groupingBy(
                          Message::address,
                          Collectors.mapping(m -> m.body().substring(0, 3), Collectors.toSet()))))
          .isEqualTo(
              java.util.Map.of("d1", java.util.Set.of("C01"), "d2", java.util.Set.of("C04")));
      assertThat(push.delivered).hasSize(4);
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
                  .sql("select count(distinct not_before) from dispatch")
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

  @ParameterizedTest
  @EnumSource
  void sendsAnotherWayToThoseWhomTheChannelRefusesOrCannotReach(TestDatabase kind) {
    try (var bank = new DispatchBank(kind, push, sms)) {
      push.behaviour =
          message ->
              message.address().equals("d1")
                  ? new Answer.Rejected("unknown device")
                  : push.deliver(message);
      bank.fact(2, "device_id", null);
      bank.fact(3, "device_id", null);
      bank.fact(3, "phone", null);
      bank.fact(4, "consent", false);
      var step =
          bank.dispatch("push_1", "push", customers(1, 6), new DispatchWishes(null, null, "sms"));
      bank.sendAll(push);
      bank.closeSteps();
      assertThat(bank.bean(RobotSteps.class).get(step.stepId()).state())
          .as("the other channel has not sent yet")
          .isNotEqualTo(RobotStep.State.DONE);

      bank.sendAll(sms);
      bank.closeSteps();
      bank.sendAll(sms);

      var done = bank.bean(RobotSteps.class).get(step.stepId());
      assertThat(done.state()).isEqualTo(RobotStep.State.DONE);
      assertThat(push.addresses()).containsExactly("d5", "d6");
      assertThat(sms.addresses()).containsExactly("10000001", "10000002");
      assertThat(done.output())
          .contains("\"count\":4")
          .contains("\"rejected\":0")
          .contains("\"withheld\":2");
    }
  }
}
