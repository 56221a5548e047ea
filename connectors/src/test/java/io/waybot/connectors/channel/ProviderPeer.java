package io.waybot.connectors.channel;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** A provider's side of the HTTP protocols, checking signatures as a real one would. */
final class ProviderPeer implements AutoCloseable {
  private final HttpServer server;
  private final List<String> delivered = new CopyOnWriteArrayList<>();

  ProviderPeer() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/sms/send", this::smsSend);
    server.createContext("/sms/query", this::smsQuery);
    server.createContext("/push/messages", exchange -> json(exchange, "device"));
    server.createContext("/inbox/messages", exchange -> json(exchange, "customer"));
    server.createContext("/silent", exchange -> exchange.getRequestBody().readAllBytes());
    server.start();
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  int delivered(String key) {
    return (int) delivered.stream().filter(key::equals).count();
  }

  private void smsSend(HttpExchange exchange) throws IOException {
    var form = form(body(exchange));
    var signed =
        String.join(
            "\n",
            form.get("account"),
            form.get("reference"),
            form.get("phone"),
            form.get("content"),
            form.get("timestamp"));
    if (!Signature.hex(ChannelGatewayContract.SECRET, signed).equals(form.get("sign"))) {
      answer(exchange, 200, "{\"code\":\"1003\"}");
    } else if (!form.get("phone").startsWith("100")) {
      answer(exchange, 200, "{\"code\":\"1001\"}");
    } else {
      delivered.add(form.get("reference"));
      answer(exchange, 200, "{\"code\":\"0\",\"messageId\":\"m-1\"}");
    }
  }

  private void smsQuery(HttpExchange exchange) throws IOException {
    var form = form(exchange.getRequestURI().getRawQuery());
    var signed =
        String.join("\n", form.get("account"), form.get("reference"), form.get("timestamp"));
    if (!Signature.hex(ChannelGatewayContract.SECRET, signed).equals(form.get("sign"))) {
      answer(exchange, 200, "{\"code\":\"1003\"}");
      return;
    }
    answer(
        exchange,
        200,
        delivered.contains(form.get("reference"))
            ? "{\"code\":\"0\",\"found\":true,\"status\":\"DELIVERED\"}"
            : "{\"code\":\"0\",\"found\":false}");
  }

  private void json(HttpExchange exchange, String addressField) throws IOException {
    var body = exchange.getRequestBody().readAllBytes();
    var header = exchange.getRequestHeaders().getFirst(Signature.HEADER);
    var message = ChannelGatewayContract.JSON.readTree(body);
    var key = message.path("key").asString();
    if (!Signature.verifies(ChannelGatewayContract.SECRET, body, header)) {
      answer(exchange, 401, "{}");
    } else if (!key.equals(exchange.getRequestHeaders().getFirst("Idempotency-Key"))) {
      answer(exchange, 400, "{\"reason\":\"keys differ\"}");
    } else if (message.path(addressField).asString("").startsWith("unknown")) {
      answer(exchange, 422, "{\"reason\":\"unknown device\"}");
    } else {
      boolean duplicate = delivered.contains(key);
      if (!duplicate) {
        delivered.add(key);
      }
      answer(exchange, 200, "{\"id\":\"p-1\",\"duplicate\":" + duplicate + "}");
    }
  }

  private static String body(HttpExchange exchange) throws IOException {
    return new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
  }

  private static Map<String, String> form(String encoded) {
    var fields = new LinkedHashMap<String, String>();
    for (var pair : encoded.split("&")) {
      var parts = pair.split("=", 2);
      fields.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
    }
    return new HashMap<>(fields);
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
