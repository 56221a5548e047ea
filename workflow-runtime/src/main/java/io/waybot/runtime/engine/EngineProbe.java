package io.waybot.runtime.engine;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks an embedded engine's management port how it is, and moves its clock. */
class EngineProbe {
  private static final Duration TIMEOUT = Duration.ofSeconds(2);

  private final HttpClient http = HttpClient.newBuilder().connectTimeout(TIMEOUT).build();
  private final JsonMapper json = JsonMapper.shared();
  private final String base;

  EngineProbe(EnginePorts ports) {
    base = "http://127.0.0.1:" + ports.management() + "/actuator/";
  }

  /**
   * What the exporter has not sent yet, and whether it still tries.
   *
   * @param lag log positions between what was processed and what was exported, over all partitions
   * @param closed true when the engine gave the exporter up; nothing arrives any more until a
   *     restart
   */
  record Exporter(long lag, boolean closed) {}

  boolean ready() {
    try {
      return get("health/readiness").statusCode() == 200;
    } catch (IOException e) {
      return false;
    }
  }

  Exporter exporter() throws IOException {
    try {
      long lag = 0;
      boolean closed = false;
      for (JsonNode partition : json.readTree(get("partitions").body()).values()) {
        lag +=
            Math.max(
                0,
                partition.path("processedPosition").asLong(0)
                    - partition.path("exportedPosition").asLong(0));
        closed |= "CLOSED".equals(partition.path("exporterPhase").asString(""));
      }
      return new Exporter(lag, closed);
    } catch (JacksonException e) {
      throw new IOException("The engine's partition report is not JSON", e);
    }
  }

  /** What time it is for the engine. */
  Instant clock() throws IOException {
    try {
      return Instant.ofEpochMilli(json.readTree(get("clock").body()).path("epochMilli").asLong());
    } catch (JacksonException e) {
      throw new IOException("The engine's clock report is not JSON", e);
    }
  }

  /** Only for an engine that was started with a clock that can be moved. */
  void addToClock(Duration ahead) throws IOException {
    var order = json.createObjectNode().put("offsetMilli", ahead.toMillis()).toString();
    var answer =
        send(
            HttpRequest.newBuilder(URI.create(base + "clock/add"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(order)));
    if (answer.statusCode() != 200) {
      throw new IOException("The engine's clock did not move: " + answer.body());
    }
  }

  private HttpResponse<String> get(String path) throws IOException {
    return send(HttpRequest.newBuilder(URI.create(base + path)));
  }

  private HttpResponse<String> send(HttpRequest.Builder request) throws IOException {
    try {
      return http.send(request.timeout(TIMEOUT).build(), BodyHandlers.ofString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }
}
