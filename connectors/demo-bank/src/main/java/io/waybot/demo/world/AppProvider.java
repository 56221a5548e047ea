package io.waybot.demo.world;

import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** App push or message centre: signed JSON, delivered once for each key however often it comes. */
final class AppProvider {
  private final String channel;
  private final String addressField;
  private final ToIntFunction<String> owner;
  private final Memory memory;
  private final String secret;
  private final Clock clock;
  private final JsonMapper json;

  private AppProvider(
      String channel,
      String addressField,
      ToIntFunction<String> owner,
      Memory memory,
      Settings settings,
      JsonMapper json) {
    this.channel = channel;
    this.addressField = addressField;
    this.owner = owner;
    this.memory = memory;
    this.secret = settings.secret(channel);
    this.clock = settings.clock();
    this.json = json;
  }

  static AppProvider push(Memory memory, Directory directory, Settings settings, JsonMapper json) {
    return new AppProvider(Channels.PUSH, "device", directory::byDevice, memory, settings, json);
  }

  static AppProvider inbox(Memory memory, Directory directory, Settings settings, JsonMapper json) {
    return new AppProvider(Channels.INBOX, "customer", directory::byNumber, memory, settings, json);
  }

  Web.Answer accept(Web.Request request) {
    var expected = "sha256=" + Signature.of(secret, request.body());
    if (request.signature() == null || !Signature.same(expected, request.signature())) {
      return new Web.Answer(401, Map.of("reason", "bad signature"));
    }
    var body = json.readTree(request.body());
    var key = text(body, "key");
    if (key == null || !key.equals(request.key())) {
      return new Web.Answer(422, Map.of("reason", "key and Idempotency-Key differ"));
    }
    int customer = owner.applyAsInt(String.valueOf(text(body, addressField)));
    if (customer == 0) {
      return new Web.Answer(422, Map.of("reason", "unknown " + addressField));
    }
    var message =
        new Entry.Message(
            channel,
            key,
            UUID.randomUUID().toString(),
            customer,
            clock.instant(),
            text(body, "title"),
            String.valueOf(text(body, "body")),
            text(body, "page"),
            text(body, "link"));
    var before = memory.rememberOnce(message);
    return new Web.Answer(
        200, Map.of("id", (before == null ? message : before).id(), "duplicate", before != null));
  }

  private static @Nullable String text(JsonNode body, String field) {
    var node = body.path(field);
    return node.isString() ? node.stringValue() : null;
  }
}
