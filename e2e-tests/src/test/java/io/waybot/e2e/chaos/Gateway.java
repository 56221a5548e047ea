package io.waybot.e2e.chaos;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** What a provider can do about a message that comes again, and the channel that stands for it. */
enum Gateway {
  /** Delivers a key once, however often it comes: app push. */
  IDEMPOTENT("push"),
  /** Can be asked what became of a reference: the SMS platform. */
  QUERYABLE("sms"),
  /** Neither: mail. */
  PLAIN("email");

  static final String SECRET = "shared-with-the-provider";

  /** Mails on their way at a time: what a kill can leave unknown. */
  static final int PLAIN_THREADS = 4;

  private final String channel;

  Gateway(String channel) {
    this.channel = channel;
  }

  String channel() {
    return channel;
  }

  Provider open(Deliveries deliveries, Supplier<Fault> faults) throws IOException {
    return this == PLAIN
        ? new MailProvider(deliveries, faults)
        : new HttpProvider(deliveries, faults);
  }

  List<String> options(String url) {
    var prefix = "--waybot.channel." + channel + ".";
    var options = new ArrayList<>(List.of(prefix + "url=" + url, prefix + "secret=" + SECRET));
    switch (this) {
      case IDEMPOTENT -> {}
      case QUERYABLE -> options.add(prefix + "account=chaos");
      case PLAIN -> options.add(prefix + "sender=bank@demo.invalid");
    }
    return options;
  }
}
