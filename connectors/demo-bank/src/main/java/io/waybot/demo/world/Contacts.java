package io.waybot.demo.world;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Who was reached in a week, how and about what: read from what really arrived. */
final class Contacts {
  private static final int PAGE = 5_000;

  private final Map<Integer, PlantedTruth.Contact> strongest = new HashMap<>();

  /** Messages of a span; the message centre does not reach anybody who did not look for it. */
  Contacts addMessages(Memory memory, int from, int to) {
    for (int first = from; first < to; first += PAGE) {
      for (var message : memory.messages(first, Math.min(PAGE, to - first))) {
        var channel = channel(message.channel());
        if (channel != null && message.customer() != 0) {
          add(message.customer(), new PlantedTruth.Contact(channel, product(message.body())));
        }
      }
    }
    return this;
  }

  Contacts addLeads(List<Entry.Lead> leads) {
    leads.forEach(
        l -> add(l.customer(), new PlantedTruth.Contact(PlantedTruth.Channel.RM, l.product())));
    return this;
  }

  PlantedTruth.@Nullable Contact of(int customer) {
    return strongest.get(customer);
  }

  boolean reached(int customer) {
    return strongest.containsKey(customer);
  }

  private void add(int customer, PlantedTruth.Contact contact) {
    strongest.merge(customer, contact, (a, b) -> a.channel().compareTo(b.channel()) <= 0 ? a : b);
  }

  private static PlantedTruth.@Nullable Channel channel(String code) {
    return switch (code) {
      case Channels.SMS -> PlantedTruth.Channel.SMS;
      case Channels.PUSH -> PlantedTruth.Channel.PUSH;
      case Channels.EMAIL -> PlantedTruth.Channel.MAIL;
      default -> null;
    };
  }

  /** Customers know a product by its name only. */
  static @Nullable String product(String text) {
    if (text.contains("转存") || text.contains("sweep")) {
      return "P04";
    }
    return text.contains("一年期定期") || text.contains("一年定期") || text.contains("1-year term deposit")
        ? "P01"
        : null;
  }
}
