package io.waybot.db.content;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A way to a customer.
 *
 * @param code lower case: sms push inbox email branch wecom call queue position
 * @param dailyCapacity sends per local day over all journeys
 * @param hours as {@link io.waybot.db.calendar.SendingHours} reads them
 * @param countsAsContact a send counts against the bank's contact cap
 * @param capPerCustomer {@code 1/1,3/7}: at most 1 in 1 day and 3 in 7 days; null: no cap
 * @param factor efficiency used in the expected value
 * @param stopped out of service
 */
public record Channel(
    String code,
    String nameZh,
    String nameEn,
    boolean connected,
    int dailyCapacity,
    int perMinute,
    BigDecimal costYuan,
    String hours,
    boolean businessDaysOnly,
    boolean countsAsContact,
    @Nullable String capPerCustomer,
    CrashKind crashKind,
    double factor,
    boolean stopped,
    int position) {

  /** At most {@code contacts} in {@code days} local days, today included. */
  public record Cap(int contacts, int days) {}

  public String name(String language) {
    return language.equals("en") ? nameEn : nameZh;
  }

  /**
   * The caps of this channel beside the bank's own.
   *
   * @throws IllegalArgumentException if the text is not {@code contacts/days, …}
   */
  public List<Cap> caps() {
    if (capPerCustomer == null || capPerCustomer.isBlank()) {
      return List.of();
    }
    return Arrays.stream(capPerCustomer.split(",")).map(Channel::cap).toList();
  }

  private static Cap cap(String text) {
    var parts = text.strip().split("/");
    if (parts.length != 2) {
      throw new IllegalArgumentException("not a cap: " + text);
    }
    var cap = new Cap(Integer.parseInt(parts[0].strip()), Integer.parseInt(parts[1].strip()));
    if (cap.contacts < 0 || cap.days < 1) {
      throw new IllegalArgumentException("not a cap: " + text);
    }
    return cap;
  }
}
