package io.waybot.designer.demo;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Asks the simulated world what its customers received. */
@Component
@ConditionalOnProperty("waybot.demo.world.port")
class CustomerMessages {
  private static final Duration CONNECT = Duration.ofSeconds(2);
  private static final Duration ANSWER = Duration.ofSeconds(5);
  private static final int OK = 200;
  private final HttpClient http = HttpClient.newBuilder().connectTimeout(CONNECT).build();
  private final JsonMapper json;
  private final int port;

  CustomerMessages(JsonMapper json, @Value("${waybot.demo.world.port}") int port) {
    this.json = json;
    this.port = port;
  }

  record Message(
      String channel,
      @Nullable String customer,
      Instant at,
      @Nullable String title,
      String body,
      @Nullable String page,
      @Nullable String link) {}

  private record Page(List<Message> items) {}

  /**
   * Newest first.
   *
   * @throws IOException if the world does not answer in time
   */
  List<Message> newest(String channel, String customer, int limit) throws IOException {
    var query =
        "?limit=" + limit + "&channel=" + encoded(channel) + "&customer=" + encoded(customer);
    var request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/received" + query))
            .timeout(ANSWER)
            .build();
    try {
      var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() != OK) {
        throw new IOException("the world answers " + answer.statusCode());
      }
      return json.readValue(answer.body(), Page.class).items();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  private static String encoded(String word) {
    return URLEncoder.encode(word, StandardCharsets.UTF_8);
  }
}
