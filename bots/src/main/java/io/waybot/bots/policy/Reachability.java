package io.waybot.bots.policy;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Whether a channel has an address for a customer: the bank's flag, where it delivers one, and the
 * address itself, where it delivers that. What the bank does not deliver says nothing.
 */
public final class Reachability {
  private record Signs(@Nullable String flag, @Nullable String address) {}

  private static final Map<String, Signs> SIGNS =
      Map.of(
          "sms", new Signs("sms_ok", "phone"),
          "push", new Signs("push_ok", "device_id"),
          "email", new Signs("mail_ok", "mail"),
          "branch", new Signs("rm_ok", null),
          "call", new Signs("call_ok", "phone"),
          "wecom", new Signs("wecom_ok", null));

  /** Columns of the customers' profile that {@link #reachable} looks at. */
  public static final List<String> COLUMNS =
      List.of(
          "sms_ok",
          "push_ok",
          "mail_ok",
          "rm_ok",
          "call_ok",
          "wecom_ok",
          "phone",
          "device_id",
          "mail",
          "app_status");

  private Reachability() {}

  /** Whether a send needs an address at all; a queue machine or a position in the app does not. */
  public static boolean needsAddress(String channel) {
    return SIGNS.containsKey(channel) || channel.equals("inbox");
  }

  public static boolean reachable(String channel, CustomerFacts facts) {
    if (channel.equals("inbox")) {
      return !"none".equals(facts.text("app_status"));
    }
    var signs = SIGNS.get(channel);
    return signs == null || flagged(signs.flag(), facts) && addressed(signs.address(), facts);
  }

  private static boolean flagged(@Nullable String flag, CustomerFacts facts) {
    return flag == null || !facts.known(flag) || facts.flag(flag);
  }

  /** A column that is delivered but empty is an address that is missing. */
  private static boolean addressed(@Nullable String address, CustomerFacts facts) {
    if (address == null || !facts.delivered(address)) {
      return true;
    }
    var text = facts.text(address);
    return text != null && !text.isBlank();
  }
}
