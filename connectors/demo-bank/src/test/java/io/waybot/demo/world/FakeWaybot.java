package io.waybot.demo.world;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Waybot's API as far as the world calls it; checks logins and signatures. */
final class FakeWaybot implements AutoCloseable {
  static final String PASSWORD = "open";
  static final Map<String, String> SECRETS =
      Map.of("sms", "s1", "push", "s2", "inbox", "s3", "email", "s4");

  final List<JsonNode> receipts = new CopyOnWriteArrayList<>();
  final Map<String, JsonNode> conversions = new ConcurrentHashMap<>();
  final Map<String, String> outcomes = new ConcurrentHashMap<>();
  final Map<String, String> openLeads = new ConcurrentHashMap<>();
  volatile String runs = "[]";
  volatile boolean away;
  private final JsonMapper json = JsonMapper.builder().build();
  private final HttpServer server;

  FakeWaybot() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/api/v1", this::handle);
    server.start();
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      var body = exchange.getRequestBody().readAllBytes();
      var answer = away ? "" : answer(exchange, body);
      int status = away ? 503 : answer.isEmpty() ? 401 : 200;
      var bytes = answer.getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  private String answer(HttpExchange exchange, byte[] body) {
    var path = exchange.getRequestURI().getPath().substring("/api/v1".length());
    if (path.equals("/health")) {
      return "{\"status\":\"UP\",\"bankTime\":\"2026-11-20T09:00:00+08:00\"}";
    }
    if (path.equals("/receipts")) {
      return receipts(exchange, body);
    }
    var account = account(exchange);
    if (path.equals("/runs") && account.equals("world")) {
      return "{\"items\":" + runs + "}";
    }
    if (path.equals("/conversions") && account.equals("world")) {
      json.readTree(body)
          .path("conversions")
          .forEach(c -> conversions.put(c.path("id").asString(), c));
      return "{}";
    }
    if (path.equals("/leads")) {
      return "{\"items\":" + openLeads.getOrDefault(account, "[]") + "}";
    }
    if (path.endsWith("/outcome")) {
      outcomes.put(path.split("/")[2], json.readTree(body).path("outcome").asString());
      return "{}";
    }
    return "";
  }

  private String receipts(HttpExchange exchange, byte[] body) {
    var content = json.readTree(body);
    var secret = SECRETS.get(content.path("channel").asString());
    var signature = "sha256=" + Signature.of(String.valueOf(secret), body);
    if (!signature.equals(exchange.getRequestHeaders().getFirst("X-Waybot-Signature"))) {
      return "";
    }
    content.path("receipts").forEach(receipts::add);
    return "{}";
  }

  private static String account(HttpExchange exchange) {
    var login = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
    var decoded =
        new String(Base64.getDecoder().decode(login.replace("Basic ", "")), StandardCharsets.UTF_8);
    return decoded.endsWith(":" + PASSWORD) ? decoded.substring(0, decoded.indexOf(':')) : "nobody";
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
