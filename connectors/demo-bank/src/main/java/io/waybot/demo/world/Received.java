package io.waybot.demo.world;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What customers received, newest first: for the demo's page. */
final class Received {
  private static final int PAGE = 1_000;
  private static final int MOST = 500;

  private final Memory memory;

  Received(Memory memory) {
    this.memory = memory;
  }

  Web.Answer list(Web.Request request) {
    var channel = request.query().get("channel");
    var customer = request.query().get("customer");
    int limit = Math.clamp(Integer.parseInt(request.query().getOrDefault("limit", "50")), 1, MOST);
    var found = new ArrayList<Map<String, @Nullable Object>>();
    for (int end = memory.messageCount(); end > 0 && found.size() < limit; end -= PAGE) {
      int first = Math.max(0, end - PAGE);
      for (var message : memory.messages(first, end - first).reversed()) {
        if (found.size() < limit && fits(message, channel, customer)) {
          found.add(shown(message));
        }
      }
    }
    return new Web.Answer(200, Map.of("items", List.copyOf(found)));
  }

  private static boolean fits(
      Entry.Message message, @Nullable String channel, @Nullable String customer) {
    return (channel == null || channel.isEmpty() || message.channel().equals(channel))
        && (customer == null
            || customer.isEmpty()
            || Integer.toString(message.customer()).equals(customer));
  }

  private static Map<String, @Nullable Object> shown(Entry.Message message) {
    var shown = new HashMap<String, @Nullable Object>();
    shown.put("channel", message.channel());
    shown.put("customer", message.customer() == 0 ? null : Integer.toString(message.customer()));
    shown.put("key", message.key());
    shown.put("at", message.at());
    shown.put("title", message.title());
    shown.put("body", message.body());
    shown.put("page", message.page());
    shown.put("link", message.link());
    return shown;
  }
}
