package io.waybot.bots.dispatch;

import static io.waybot.bots.dispatch.DispatchBank.customers;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waybot.connectors.channel.Answer;
import io.waybot.db.content.CrashKind;
import io.waybot.db.dispatch.OptOutLedger;
import io.waybot.db.dispatch.Receipts;
import io.waybot.db.testing.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What kills and silence cannot do: lose a message, or send it twice. */
class DispatchCrashTest {

  @ParameterizedTest
  @CsvSource({"H2,IDEMPOTENT", "H2,QUERYABLE", "POSTGRESQL,IDEMPOTENT", "POSTGRESQL,QUERYABLE"})
  void sendsOnceWhenKilledBetweenTheCommitAndTheCallOrAfterIt(TestDatabase kind, CrashKind crash)
      throws Exception {
    var gateway = new FakeGateway("push", crash);
    try (var bank = new DispatchBank(kind, gateway)) {
      gateway.behaviour =
          message -> {
            if (message.address().equals("d2")) {
              gateway.deliver(message);
            }
            throw new FakeGateway.Killed();
          };
      bank.dispatch("push_1", "push", customers(1, 2));
      assertThatThrownBy(() -> bank.lane(gateway).turn())
          .hasRootCauseInstanceOf(FakeGateway.Killed.class);
      assertThat(bank.rows("state = 'SENDING'")).isEqualTo(2);

      gateway.behaviour = gateway::deliver;
      bank.sendAll(gateway);
      assertThat(gateway.addresses()).as("not while the lease lasts").containsExactly("d2");
      assertThat(bank.recover(gateway)).isEqualTo(2);
      bank.sendAll(gateway);

      assertThat(gateway.addresses()).containsExactly("d1", "d2");
      assertThat(bank.rows("state = 'SENT'")).isEqualTo(2);
      assertThat(bank.count("contact_log")).isEqualTo(2);
    }
  }

  @ParameterizedTest
  @CsvSource({"H2,QUERYABLE", "H2,IDEMPOTENT", "POSTGRESQL,QUERYABLE", "POSTGRESQL,IDEMPOTENT"})
  void believesTheReceiptThatCameBeforeTheAnswerGotLost(TestDatabase kind, CrashKind crash)
      throws Exception {
    var gateway = new FakeGateway("push", crash);
    try (var bank = new DispatchBank(kind, gateway)) {
      gateway.behaviour =
          message -> {
            gateway.deliver(message);
            delivered(bank, gateway.channel(), message.key());
            return new Answer.Ambiguous("time-out");
          };
      bank.dispatch("push_1", "push", customers(1, 3));
      bank.lane(gateway).turn();
      bank.recover(gateway);

      assertThat(bank.rows("state = 'SENT' and not uncertain")).isEqualTo(3);
      assertThat(gateway.addresses()).hasSize(3);
    }
  }

  @ParameterizedTest
  @EnumSource
  void believesTheReceiptOfACallerThatIsGone(TestDatabase kind) {
    var gateway = new FakeGateway("email", CrashKind.PLAIN);
    try (var bank = new DispatchBank(kind, gateway)) {
      gateway.behaviour =
          message -> {
            gateway.deliver(message);
            delivered(bank, gateway.channel(), message.key());
            throw new FakeGateway.Killed();
          };
      bank.dispatch("mail_1", "email", customers(1, 1));
      assertThatThrownBy(() -> bank.lane(gateway).turn())
          .hasRootCauseInstanceOf(FakeGateway.Killed.class);
      assertThat(bank.rows("state = 'SENDING'")).isEqualTo(1);
      assertThat(bank.recover(gateway)).as("nobody has to be asked").isZero();

      assertThat(bank.rows("state = 'SENT' and sent_at is not null")).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @CsvSource({"H2,PLAIN", "POSTGRESQL,IDEMPOTENT"})
  void believesTheAcceptanceOfACallerWhoseRoundWasTakenOver(TestDatabase kind, CrashKind crash) {
    var gateway = new FakeGateway("push", crash);
    try (var bank = new DispatchBank(kind, gateway)) {
      gateway.behaviour =
          message -> {
            bank.recover(gateway);
            return gateway.deliver(message);
          };
      bank.dispatch("push_1", "push", customers(1, 3));
      bank.sendAll(gateway);

      assertThat(bank.rows("state = 'SENT' and not uncertain and attempts = 1")).isEqualTo(3);
      assertThat(gateway.addresses()).containsExactly("d1", "d2", "d3");
    }
  }

  private static void delivered(DispatchBank bank, String channel, String key) {
    bank.bean(Receipts.class)
        .store(
            channel,
            List.of(
                new Receipts.Receipt(
                    "e-" + key, key, Receipts.Type.DELIVERED, bank.clock.instant(), null)));
  }

  @ParameterizedTest
  @EnumSource
  void doesNotGiveUpADoubtfulSendBecauseTheProviderWasBusyBefore(TestDatabase kind)
      throws Exception {
    var push = new FakeGateway("push", CrashKind.IDEMPOTENT);
    try (var bank = new DispatchBank(kind, push)) {
      bank.dispatch("push_1", "push", customers(1, 1));
      push.behaviour = message -> new Answer.Busy("maintenance");
      for (int i = 0; i <= DispatchBank.QUICK.maxUncertain(); i++) {
        bank.lane(push).turn();
        bank.clock.pass(Duration.ofMinutes(2));
      }
      push.behaviour = message -> new Answer.Ambiguous("time-out");
      bank.lane(push).turn();
      bank.clock.pass(Duration.ofMinutes(2));
      push.behaviour =
          message -> {
            throw new FakeGateway.Killed();
          };
      assertThatThrownBy(() -> bank.lane(push).turn())
          .hasRootCauseInstanceOf(FakeGateway.Killed.class);
      bank.recover(push);
      push.behaviour = push::deliver;
      bank.sendAll(push);

      assertThat(bank.fate("push_1", 1)).isEqualTo("SENT");
      assertThat(push.delivered).hasSize(1);
    }
  }

  @ParameterizedTest
  @EnumSource
  void givesADoubtfulSendUpAfterSoManyCallsThatMayHaveArrived(TestDatabase kind) {
    var push = new FakeGateway("push", CrashKind.IDEMPOTENT);
    try (var bank = new DispatchBank(kind, push)) {
      int[] calls = {0};
      push.behaviour =
          message -> {
            calls[0]++;
            return new Answer.Ambiguous("time-out");
          };
      bank.dispatch("push_1", "push", customers(1, 1));
      for (int i = 0; i < 3 * DispatchBank.QUICK.maxUncertain(); i++) {
        bank.lane(push).turn();
        bank.clock.pass(Duration.ofMinutes(2));
      }

      assertThat(calls[0]).isEqualTo(DispatchBank.QUICK.maxUncertain());
      assertThat(bank.fate("push_1", 1)).isEqualTo("UNKNOWN");
    }
  }

  @ParameterizedTest
  @EnumSource
  void leavesAPlainMailThatMayHaveArrivedToAPerson(TestDatabase kind) {
    var mail = new FakeGateway("email", CrashKind.PLAIN);
    try (var bank = new DispatchBank(kind, mail)) {
      mail.behaviour =
          message -> {
            throw new FakeGateway.Killed();
          };
      bank.dispatch("mail_1", "email", customers(1, 1));
      assertThatThrownBy(() -> bank.lane(mail).turn()).isInstanceOf(IllegalStateException.class);

      mail.behaviour = mail::deliver;
      bank.recover(mail);
      bank.sendAll(mail);

      assertThat(mail.delivered).isEmpty();
      assertThat(bank.fate("mail_1", 1)).isEqualTo("UNKNOWN");
    }
  }

  @ParameterizedTest
  @EnumSource
  void asksAgainUntilAQueryableProviderAnswers(TestDatabase kind) {
    var sms = new FakeGateway("sms", CrashKind.QUERYABLE);
    try (var bank = new DispatchBank(kind, sms)) {
      sms.behaviour =
          message -> {
            sms.deliver(message);
            return new Answer.Ambiguous("time-out");
          };
      sms.answersQuestions = false;
      bank.dispatch("sms_1", "sms", customers(1, 1));
      bank.sendAll(sms);
      bank.recover(sms);
      assertThat(bank.fate("sms_1", 1)).isEqualTo("SENDING");

      sms.answersQuestions = true;
      bank.recover(sms);
      bank.sendAll(sms);

      assertThat(bank.fate("sms_1", 1)).isEqualTo("SENT");
      assertThat(sms.delivered).hasSize(1);
    }
  }

  @ParameterizedTest
  @EnumSource
  void doesNotCallASendWithheldWhenAnEarlierCallMayHaveArrived(TestDatabase kind) {
    var push = new FakeGateway("push", CrashKind.IDEMPOTENT);
    try (var bank = new DispatchBank(kind, push)) {
      push.behaviour = message -> new Answer.Ambiguous("time-out");
      bank.dispatch("push_1", "push", customers(1, 1));
      bank.lane(push).turn();
      bank.bean(OptOutLedger.class).record(1, "push", bank.clock.instant(), "reply");
      bank.clock.pass(Duration.ofMinutes(1));
      push.behaviour = push::deliver;
      bank.sendAll(push);

      assertThat(bank.fate("push_1", 1)).isEqualTo("UNKNOWN OPTED_OUT");
      assertThat(push.delivered).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void losesNothingAndSendsNothingTwiceThroughAHundredKills(TestDatabase kind) throws Exception {
    var random = new Random(20261120);
    var push = new FakeGateway("push", CrashKind.IDEMPOTENT);
    try (var bank = new DispatchBank(kind, push)) {
      bank.customersFrom(21, 400);
      int[] killsLeft = {100};
      push.behaviour =
          message -> {
            synchronized (killsLeft) {
              if (killsLeft[0] > 0 && random.nextInt(3) == 0) {
                killsLeft[0]--;
                if (random.nextBoolean()) {
                  push.deliver(message);
                }
                throw new FakeGateway.Killed();
              }
            }
            return push.deliver(message);
          };
      bank.dispatch("push_1", "push", customers(1, 400));
      for (int restarts = 0; restarts < 30 && bank.rows("state <> 'SENT'") > 0; restarts++) {
        try {
          bank.sendAll(push);
        } catch (IllegalStateException killed) {
          bank.recover(push);
          bank.recover(push);
        }
      }

      assertThat(killsLeft[0]).isZero();
      assertThat(bank.rows("state = 'SENT'")).isEqualTo(400);
      assertThat(push.delivered).hasSize(400);
      assertThat(bank.count("contact_log")).isEqualTo(400);
    }
  }
}
