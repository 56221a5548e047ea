package io.waybot.e2e.bench;

import io.waybot.connectors.channel.Answer;
import io.waybot.connectors.channel.ChannelGateway;
import io.waybot.connectors.channel.Gateways;
import io.waybot.connectors.channel.Message;
import io.waybot.connectors.channel.Signature;
import io.waybot.db.content.CrashKind;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/**
 * Gateways inside the process: each takes a key once, however often it comes, and reports every
 * message as delivered through the public, signed receipts API.
 */
@Configuration(proxyBeanMethods = false)
class BenchGateways {
  static final List<String> CHANNELS = List.of("sms", "push", "inbox", "email");
  static final String SECRET = "bench";

  @Bean
  @Primary
  Gateways inProcess(@Value("${server.port}") int port, Clock clock) {
    return new Gateways(
        CHANNELS.stream().map(channel -> new InProcess(channel, port, clock)).toList());
  }

  /** Idempotent, never away. */
  private static final class InProcess implements ChannelGateway {
    private final String channel;
    private final Set<String> known = ConcurrentHashMap.newKeySet();
    private final Courier courier;
    private final AtomicLong repeated = new AtomicLong();

    InProcess(String channel, int port, Clock clock) {
      this.channel = channel;
      this.courier = new Courier(channel, port, clock);
      Thread.ofPlatform().name("receipts-" + channel).daemon().start(courier);
    }

    @Override
    public String channel() {
      return channel;
    }

    @Override
    public CrashKind kind() {
      return CrashKind.IDEMPOTENT;
    }

    @Override
    public Answer send(Message message) {
      if (known.add(message.key())) {
        courier.delivered.add(message.key());
      } else {
        repeated.incrementAndGet();
      }
      return new Answer.Accepted(message.key());
    }
  }

  /** Posts receipts, at most 1,000 at a time. */
  private static final class Courier implements Runnable {
    private static final int AT_ONCE = 1_000;
    private final LinkedBlockingQueue<String> delivered = new LinkedBlockingQueue<>();
    private final HttpClient http =
        HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String channel;
    private final URI receipts;
    private final Clock clock;

    Courier(String channel, int port, Clock clock) {
      this.channel = channel;
      this.receipts = URI.create("http://127.0.0.1:" + port + "/api/v1/receipts");
      this.clock = clock;
    }

    @Override
    public void run() {
      try {
        while (true) {
          var batch = new ArrayList<String>(AT_ONCE);
          batch.add(delivered.take());
          delivered.drainTo(batch, AT_ONCE - 1);
          while (!post(batch)) { // a provider comes back until it is heard
            TimeUnit.MILLISECONDS.sleep(100);
          }
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      } catch (IOException e) {
        throw new IllegalStateException("receipts of " + channel + " could not be reported", e);
      }
    }

    private boolean post(List<String> keys) throws IOException, InterruptedException {
      var body = body(keys).getBytes(StandardCharsets.UTF_8);
      var answer =
          http.send(
              HttpRequest.newBuilder(receipts)
                  .header("Content-Type", "application/json")
                  .header(Signature.HEADER, Signature.header(SECRET, body))
                  .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                  .build(),
              BodyHandlers.ofString());
      return answer.statusCode() == 200;
    }

    private String body(List<String> keys) {
      var now = clock.instant().toString();
      var text = new StringBuilder("{\"channel\":\"" + channel + "\",\"receipts\":[");
      for (int i = 0; i < keys.size(); i++) {
        text.append(i == 0 ? "" : ",")
            .append("{\"id\":\"")
            .append(keys.get(i))
            .append("\",\"key\":\"")
            .append(keys.get(i))
            .append("\",\"type\":\"DELIVERED\",\"at\":\"")
            .append(now)
            .append("\"}");
      }
      return text.append("]}").toString();
    }
  }
}
