package io.waybot.bots.dispatch;

import io.waybot.db.dispatch.CustomerFacts;
import io.waybot.db.dispatch.DueSend;
import org.jspecify.annotations.Nullable;

/** Where a channel finds a customer. */
final class Addresses {
  private Addresses() {}

  /** Null when the customer has none, or the bank says that it does not work. */
  static @Nullable String of(DueSend send, CustomerFacts about) {
    return switch (send.channel()) {
      case "sms" -> about.denied("sms_ok") ? null : about.text("phone");
      case "call" -> about.denied("call_ok") ? null : about.text("phone");
      case "email" -> about.denied("mail_ok") ? null : about.text("mail");
      case "push" -> about.denied("push_ok") ? null : about.text("device_id");
      case "inbox" -> "none".equals(about.text("app_status")) ? null : send.customerKey();
      default -> send.customerKey();
    };
  }
}
