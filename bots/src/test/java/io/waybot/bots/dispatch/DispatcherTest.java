package io.waybot.bots.dispatch;

import static io.waybot.bots.dispatch.DispatchBank.customers;
import static org.assertj.core.api.Assertions.assertThat;

import io.waybot.connectors.channel.Answer;
import io.waybot.connectors.channel.Message;
import io.waybot.db.content.Channels;
import io.waybot.db.content.CrashKind;
import io.waybot.db.dispatch.ChannelCapacity;
import io.waybot.db.dispatch.DispatchLedger;
import io.waybot.db.dispatch.DispatchWishes;
import io.waybot.db.dispatch.Settlement;
import io.waybot.db.dispatch.Settlements;
import io.waybot.db.run.RobotStep;
import io.waybot.db.run.RobotSteps;
import io.waybot.db.testing.TestDatabase;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.transaction.support.TransactionTemplate;

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

  @Test
  void marksAndSettlesWithoutWritingAnIndexOfTheLedger() {
    try (var bank = new DispatchBank(TestDatabase.POSTGRESQL, push)) {
      bank.customersFrom(21, 300);
      bank.dispatch("push_1", "push", customers(1, 300));
      var channel = bank.bean(Channels.class).find("push").orElseThrow();
      var gate = bank.bean(SendGate.class);
      var marked = new ArrayList<SendGate.Round>();

      var marking =
          changes(
              bank,
              () -> marked.add(gate.mark(channel, 300, DispatchBank.QUICK.lease()).orElseThrow()));
      var round = marked.getFirst();
      var settling =
          changes(
              bank,
              () ->
                  bank.bean(Settlements.class)
                      .write(
                          round.lease(),
                          round.marked().stream()
                              .map(m -> new Settlement.Taken(m.send(), "p-1", BigDecimal.ONE))
                              .toList()));

      var allInTheirPages = Map.<String, Object>of("n_tup_upd", 300L, "n_tup_hot_upd", 300L);
      assertThat(marking).isEqualTo(allInTheirPages);
      assertThat(settling).isEqualTo(allInTheirPages);
      assertThat(bank.rows("state = 'SENT' and provider_id = 'p-1'")).isEqualTo(300);
    }
  }

  /** What PostgreSQL counts of a transaction's changes of the ledger. */
  private static Map<String, Object> changes(DispatchBank bank, Runnable work) {
    return new TransactionTemplate(bank.db.transactions())
        .execute(status -> {
          work.run();
          return bank.db
              .batch()
              .queryForMap(
                  "select n_tup_upd, n_tup_hot_upd from pg_stat_xact_user_tables where relname ="
                      + " 'dispatch'");
        });
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
      assertThat(bank.count("contact_log")).isEqualTo(2);
    }
  }

  @ParameterizedTest
  @EnumSource
  void countsASendOnceHoweverOftenItCameBack(TestDatabase kind) {
    try (var bank = new DispatchBank(kind, push)) {
      var stale =
          new DispatchTimings(Duration.ofSeconds(5), Duration.ZERO, Duration.ofSeconds(1), 4, 4);
      var dispatcher = bank.bean(Dispatcher.class);
      bank.dispatch("push_1", "push", customers(1, 3));
      dispatcher.lane(push, stale).turn(); // no call was begun

      var answers =
          Map.<String, Answer>of(
              "d1", new Answer.Ambiguous("time-out"), "d2", new Answer.Busy("429"));
      push.behaviour =
          message -> answers.getOrDefault(message.address(), new Answer.Rejected("unknown device"));
      bank.sendAll(push);
      assertThat(bank.rows("state = 'PENDING' and attempts = 1")).isEqualTo(2);
      assertThat(bank.count("contact_log")).as("the one that may have arrived").isEqualTo(1);

      bank.clock.pass(Duration.ofMinutes(1));
      dispatcher.lane(push, stale).turn();
      assertThat(bank.rows("state = 'PENDING' and attempts = 1")).isEqualTo(2);
      assertThat(bank.count("contact_log")).isEqualTo(1);

      push.behaviour = push::deliver;
      bank.sendAll(push);
      assertThat(push.delivered).hasSize(2);
      assertThat(bank.count("contact_log")).isEqualTo(2);
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

      bank.sendAll(push);
      assertThat(push.delivered).hasSize(3);
      assertThat(bank.count("contact_log")).isEqualTo(3);
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
