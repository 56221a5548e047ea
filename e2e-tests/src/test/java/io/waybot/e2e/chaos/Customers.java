package io.waybot.e2e.chaos;

import io.waybot.connectors.channel.Signature;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * What comes back while everything falls over: receipts, some of them twice, and customers who want
 * no more. Both are repeated until Waybot answers that it has them.
 */
final class Customers implements AutoCloseable {
  private static final int AT_ONCE = 200;

  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
  private final String url;
  private final String channel;
  private final String secret;
  private final Deliveries deliveries;
  private final Thread receipts;
  private final Thread optOuts;
  private volatile boolean ending;

  Customers(
      String url,
      String channel,
      String secret,
      Deliveries deliveries,
      int messages,
      Duration pauseBetweenOptOuts,
      int wishes,
      long seed) {
    this.url = url;
    this.channel = channel;
    this.secret = secret;
    this.deliveries = deliveries;
    receipts = Thread.ofVirtual().start(() -> report(new Random(seed)));
    optOuts =
        Thread.ofVirtual()
            .start(() -> optOut(new Random(seed + 1), messages, pauseBetweenOptOuts, wishes));
  }

  private void report(Random random) {
    int reported = 0;
    boolean answered = true;
    while (!ending || (answered && reported < deliveries.count())) {
      var keys = deliveries.since(reported, AT_ONCE);
      answered = !keys.isEmpty() && post(keys.stream().map(this::receipt).collect(joined()));
      if (answered) {
        int before = reported;
        reported += keys.size();
        if (random.nextInt(3) == 0) {
          // Lost or not is all the same: these are known already.
          post(deliveries.since(before, AT_ONCE).stream().map(this::receipt).collect(joined()));
        }
      }
      pause(Duration.ofMillis(200));
    }
  }

  private static java.util.stream.Collector<CharSequence, ?, String> joined() {
    return Collectors.joining(",");
  }

  private String receipt(String key) {
    return "{\"id\":\"r-%s\",\"key\":\"%s\",\"type\":\"DELIVERED\",\"at\":\"%s\"}"
        .formatted(key, key, "2026-11-20T02:00:00Z");
  }

  private boolean post(String receipts) {
    var body =
        ("{\"channel\":\"" + channel + "\",\"receipts\":[" + receipts + "]}")
            .getBytes(StandardCharsets.UTF_8);
    return status(
            HttpRequest.newBuilder(URI.create(url + "/api/v1/receipts"))
                .header("Content-Type", "application/json")
                .header(Signature.HEADER, Signature.header(secret, body))
                .POST(HttpRequest.BodyPublishers.ofByteArray(body)))
        == 200;
  }

  /** Anybody may say stop, whether the message came already, is on its way, or waits. */
  private void optOut(Random random, int messages, Duration pause, int wishes) {
    for (int i = 0; i < wishes && !ending; i++) {
      pause(pause);
      int customer = 1 + random.nextInt(messages);
      var wish =
          "{\"customer\":\"%s\",\"channel\":\"%s\",\"source\":\"api\"}"
              .formatted(ChaosBank.customerKey(customer), channel);
      while (!said(wish)) {
        if (ending) {
          return;
        }
        pause(Duration.ofMillis(300));
      }
      deliveries.optedOut(customer);
    }
  }

  private boolean said(String wish) {
    return status(
            HttpRequest.newBuilder(URI.create(url + "/api/v1/opt-outs"))
                .header("Content-Type", "application/json")
                .header("Authorization", "Basic " + clerk())
                .POST(HttpRequest.BodyPublishers.ofString(wish)))
        == 204;
  }

  private static String clerk() {
    var login = ChaosBank.CLERK + ":" + ChaosBank.CLERKS_PASSWORD;
    return Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8));
  }

  /** 0 when nobody answered. */
  private int status(HttpRequest.Builder request) {
    try {
      return http.send(
              request.timeout(Duration.ofSeconds(45)).build(),
              HttpResponse.BodyHandlers.discarding())
          .statusCode();
    } catch (IOException e) {
      return 0;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static void pause(Duration time) {
    try {
      TimeUnit.NANOSECONDS.sleep(time.toNanos());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Reports the last receipts, if anybody listens, and ends. */
  @Override
  public void close() throws InterruptedException {
    ending = true;
    optOuts.join();
    receipts.join();
  }
}
