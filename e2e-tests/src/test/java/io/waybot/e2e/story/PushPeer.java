package io.waybot.e2e.story;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.waybot.connectors.channel.Signature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The push provider's side: takes only what is signed with the shared secret, each key once. */
final class PushPeer implements AutoCloseable {
  static final String SECRET = "the push secret of this story";
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private final HttpServer server;
  private final Map<String, JsonNode> received = new ConcurrentHashMap<>();
  private final Map<String, Integer> refused = new ConcurrentHashMap<>();

  PushPeer() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/push/messages", this::take);
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** Every message taken, once. */
  List<JsonNode> received() {
    return List.copyOf(received.values());
  }

  /** How many calls were refused, by reason. */
  Map<String, Integer> refused() {
    return Map.copyOf(refused);
  }

  private void take(HttpExchange exchange) throws IOException {
    var body = exchange.getRequestBody().readAllBytes();
    var signature = exchange.getRequestHeaders().getFirst(Signature.HEADER);
    if (signature == null || !Signature.verifies(SECRET, body, signature)) {
      refused.merge("signature", 1, Integer::sum);
      answer(exchange, 401, "{}");
      return;
    }
    var message = JSON.readTree(body);
    var key = message.path("key").asString();
    var first = received.putIfAbsent(key, message) == null;
    answer(exchange, 200, "{\"id\":\"" + key + "\",\"duplicate\":" + !first + "}");
  }

  private static void answer(HttpExchange exchange, int status, String json) throws IOException {
    var bytes = json.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
