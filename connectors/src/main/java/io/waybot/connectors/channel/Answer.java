package io.waybot.connectors.channel;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a gateway knows after it was asked to send. */
public sealed interface Answer {

  /** The provider has taken it. */
  record Accepted(@Nullable String providerId) implements Answer {}

  /** The provider refuses this message for good. */
  record Rejected(String reason) implements Answer {
    public Rejected {
      reason = clean(reason);
    }
  }

  /** It certainly did not arrive; later may work. */
  record Busy(String reason) implements Answer {
    public Busy {
      reason = clean(reason);
    }
  }

  /** It may or may not have arrived. */
  record Ambiguous(String reason) implements Answer {
    public Ambiguous {
      reason = clean(reason);
    }
  }

  Pattern LONG_NUMBER = Pattern.compile("\\d{6,}");

  /** Reasons are stored and shown: no phone number and no novel in them. */
  private static String clean(String reason) {
    var masked = LONG_NUMBER.matcher(reason).replaceAll("***");
    return masked.length() > 300 ? masked.substring(0, 300) : masked;
  }
}
