package io.waybot.demo.bank;

import static io.waybot.demo.bank.Column.date;
import static io.waybot.demo.bank.Column.flag;
import static io.waybot.demo.bank.Column.number;
import static io.waybot.demo.bank.Column.text;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a customer can be reached and which contact rule, if any, stands in the way. */
final class ContactColumns {
  static final List<Column> ALL =
      List.of(
          text("phone", p -> sms(p) || relationshipManager(p) ? phone(p.n) : null),
          text("mail", p -> mail(p) ? "c" + p.n + "@demo.invalid" : null),
          text("device_id", p -> push(p) ? "d" + p.n : null),
          text("app_status", p -> p.app.code()),
          flag("push_ok", ContactColumns::push),
          flag("sms_ok", ContactColumns::sms),
          flag("mail_ok", ContactColumns::mail),
          flag("rm_ok", ContactColumns::relationshipManager),
          flag("call_ok", ContactColumns::relationshipManager),
          flag("consent", p -> p.fate != Fate.NO_CONSENT),
          text("consent_at", ContactColumns::consentAt),
          flag("personalised", p -> p.fate != Fate.NOT_PERSONALISED),
          text("protected_reason", ContactColumns::protectedReason),
          flag("complaint_open", p -> p.fate == Fate.COMPLAINT),
          number("contacts_7d", ContactColumns::contacts),
          date("last_contact_on", p -> contacts(p) > 0 ? p.daysAgo(1, 6, "contactday") : null),
          text(
              "holds_products",
              p -> p.fate == Fate.HOLDS ? (p.u("holds") < .7 ? "P01" : "P04") : null),
          text("opted_out_channels", p -> p.fate == Fate.OPTED_OUT ? "*" : null),
          text("risk_level", p -> "C" + p.riskLevel()),
          text("risk_state", p -> p.riskState().code()),
          date("risk_valid_until", ContactColumns::riskValidUntil));

  private ContactColumns() {}

  static String phone(int n) {
    return "100" + (100_000_000 + n + "").substring(1);
  }

  private static boolean reachable(Profile p) {
    return p.fate != Fate.NO_ADDRESS;
  }

  private static boolean push(Profile p) {
    return reachable(p) && p.app == AppStatus.ACTIVE && p.u("push") < .90;
  }

  private static boolean sms(Profile p) {
    return reachable(p) && (p.u("sms") < .94 || !push(p));
  }

  private static boolean mail(Profile p) {
    return reachable(p) && p.u("mail") < .30;
  }

  private static boolean relationshipManager(Profile p) {
    return reachable(p) && p.u("rm") < .55;
  }

  private static @Nullable String consentAt(Profile p) {
    if (p.fate == Fate.NO_CONSENT) {
      return null;
    }
    return Moments.during(p.daysAgo(31, 900, "consent"), p.u("time/consent"));
  }

  /** Nobody in the demo bank is a minor, and the dead draw no salary. */
  private static @Nullable String protectedReason(Profile p) {
    if (p.fate != Fate.PROTECTED) {
      return null;
    }
    double u = p.u("protected");
    return u < .5 ? "staff" : u < .8 || p.group.payroll() ? "frozen" : "deceased";
  }

  private static int contacts(Profile p) {
    return p.fate == Fate.CAP ? 2 : p.u("contact1") < 1 / 6d ? 1 : 0;
  }

  private static @Nullable LocalDate riskValidUntil(Profile p) {
    if (p.has("E23")) {
      return p.d0.plusDays(30 - p.daysSince("E23"));
    }
    return switch (p.riskState()) {
      case VALID -> p.inDays(31, 365, "riskuntil");
      case EXPIRED -> p.daysAgo(1, 365, "riskuntil");
      case NONE -> null;
    };
  }
}
