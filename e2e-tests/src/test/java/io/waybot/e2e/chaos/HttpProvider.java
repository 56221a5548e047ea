package io.waybot.e2e.chaos;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import tools.jackson.databind.json.JsonMapper;

/** App push (a key is delivered once) and an SMS platform (ask it by reference), with faults. */
final class HttpProvider implements Provider {
  private final HttpServer server;
  private final Deliveries deliveries;
  private final Supplier<Fault> faults;
  private final JsonMapper json = JsonMapper.builder().build();

  HttpProvider(Deliveries deliveries, Supplier<Fault> faults) throws IOException {
    this.deliveries = deliveries;
    this.faults = faults;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/push/messages", this::push);
    server.createContext("/sms/send", this::sms);
    server.createContext("/sms/query", this::query);
    server.start();
  }

  @Override
  public String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  private void push(HttpExchange call) throws IOException {
    var message = json.readTree(call.getRequestBody().readAllBytes());
    var key = message.path("key").asString();
    answer(
        call,
        key,
        Addressee.ofDevice(message.path("device").asString()),
        "{\"id\":\"" + key + "\"}",
        503,
        "{}");
  }

  private void sms(HttpExchange call) throws IOException {
    var form = fields(new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    var reference = form.getOrDefault("reference", "");
    answer(
        call,
        reference,
        Addressee.ofPhone(form.getOrDefault("phone", "")),
        "{\"code\":\"0\",\"messageId\":\"" + reference + "\"}",
        200,
        "{\"code\":\"1009\"}");
  }

  private void answer(
      HttpExchange call, String key, int customer, String taken, int busyStatus, String busy)
      throws IOException {
    var fault = faults.get();
    deliveries.called(customer, fault);
    pause(fault.millis());
    if (fault.takesIt()) {
      deliveries.take(key, customer);
    }
    switch (fault) {
      case NONE, DELAY, LATE -> reply(call, 200, taken);
      case BUSY -> reply(call, busyStatus, busy);
      case ERROR_AFTER -> reply(call, 500, "{}");
      case DROP, DROP_AFTER -> call.close();
    }
  }

  /** Questions have faults too: a silent provider is asked again. */
  private void query(HttpExchange call) throws IOException {
    var fault = faults.get();
    if (fault == Fault.BUSY || fault == Fault.ERROR_AFTER) {
      reply(call, 500, "{}");
      return;
    }
    var key = fields(call.getRequestURI().getRawQuery()).getOrDefault("reference", "");
    reply(
        call,
        200,
        deliveries.knows(key)
            ? "{\"code\":\"0\",\"found\":true,\"status\":\"DELIVERED\"}"
            : "{\"code\":\"0\",\"found\":false}");
  }

  private static void reply(HttpExchange call, int status, String text) throws IOException {
    try (call) {
      var bytes = text.getBytes(StandardCharsets.UTF_8);
      call.sendResponseHeaders(status, bytes.length);
      call.getResponseBody().write(bytes);
    }
  }

  private static Map<String, String> fields(String encoded) {
    var fields = new HashMap<String, String>();
    for (var pair : encoded.split("&", -1)) {
      int equals = pair.indexOf('=');
      fields.put(
          pair.substring(0, equals),
          URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
    }
    return fields;
  }

  private static void pause(long millis) {
    try {
      TimeUnit.MILLISECONDS.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
