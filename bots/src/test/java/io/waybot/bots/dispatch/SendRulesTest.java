package io.waybot.bots.dispatch;

import static io.waybot.bots.dispatch.DispatchBank.customers;
import static org.assertj.core.api.Assertions.assertThat;

import io.waybot.db.content.CrashKind;
import io.waybot.db.dispatch.OptOutLedger;
import io.waybot.db.testing.TestDatabase;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who is not written to, by what is true at the moment of sending. */
class SendRulesTest {
  private final FakeGateway push = new FakeGateway("push", CrashKind.IDEMPOTENT);
  private final FakeGateway sms = new FakeGateway("sms", CrashKind.QUERYABLE);

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
}
