package io.waybot.demo.world;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The HTTP server of the providers: bodies in, JSON out. */
final class Web implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Web.class);
  private static final int MOST_BYTES = 64 * 1024;

  private final HttpServer server;
  private final JsonMapper json;

  /** Answers a request; may throw {@link IllegalArgumentException} for one it cannot read. */
  interface Endpoint {
    Answer answer(Request request);
  }

  record Answer(int status, Object body) {}

  record Request(
      String method,
      Map<String, String> query,
      @Nullable String signature,
      @Nullable String key,
      byte[] body) {
    Map<String, String> form() {
      return fields(new String(body, StandardCharsets.UTF_8));
    }
  }

  Web(int port, JsonMapper json) throws IOException {
    this.json = json;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
  }

  Web at(String path, String method, Endpoint endpoint) {
    server.createContext(path, handler(path, method, endpoint));
    return this;
  }

  void start() {
    server.start();
  }

  int port() {
    return server.getAddress().getPort();
  }

  private HttpHandler handler(String path, String method, Endpoint endpoint) {
    return exchange -> {
      try (exchange) {
        write(exchange, answer(path, method, endpoint, exchange));
      }
    };
  }

  private static Answer answer(String path, String method, Endpoint endpoint, HttpExchange exchange)
      throws IOException {
    if (!exchange.getRequestURI().getPath().equals(path)) {
      return new Answer(404, Map.of("reason", "no such address"));
    }
    if (!exchange.getRequestMethod().equals(method)) {
      return new Answer(405, Map.of("reason", "use " + method));
    }
    var body = exchange.getRequestBody().readNBytes(MOST_BYTES + 1);
    if (body.length > MOST_BYTES) {
      return new Answer(413, Map.of("reason", "too long"));
    }
    var headers = exchange.getRequestHeaders();
    var query = fields(String.valueOf(exchange.getRequestURI().getRawQuery()));
    var request =
        new Request(
            method,
            query,
            headers.getFirst("X-Waybot-Signature"),
            headers.getFirst("Idempotency-Key"),
            body);
    try {
      return endpoint.answer(request);
    } catch (IllegalArgumentException | JacksonException e) {
      return new Answer(400, Map.of("reason", "unreadable"));
    } catch (RuntimeException e) {
      LOG.error("the world could not answer {}", path, e);
      return new Answer(500, Map.of("reason", "internal"));
    }
  }

  private void write(HttpExchange exchange, Answer answer) throws IOException {
    var bytes = json.writeValueAsBytes(answer.body());
    exchange.getResponseHeaders().set("Content-Type", "application/json; charset=utf-8");
    exchange.sendResponseHeaders(answer.status(), bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  private static Map<String, String> fields(String encoded) {
    var fields = new HashMap<String, String>();
    for (var pair : encoded.split("&")) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        fields.put(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
      }
    }
    return fields;
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
