package io.waybot.bots.dispatch;

import io.waybot.db.dispatch.CustomerFacts;
import io.waybot.db.dispatch.DueSend;
import org.jspecify.annotations.Nullable;

/** Where a channel finds a customer. */
final class Addresses {
  private Addresses() {}

  /** Null when the customer has none. */
  static @Nullable String of(DueSend send, CustomerFacts about) {
    return switch (send.channel()) {
      case "sms", "call" -> about.text("phone");
      case "email" -> about.text("mail");
      case "push" -> about.text("device_id");
      default -> send.customerKey();
    };
  }
}
