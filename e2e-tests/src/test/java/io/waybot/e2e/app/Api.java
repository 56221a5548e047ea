package io.waybot.e2e.app;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The public HTTP API as an outside program uses it. */
public final class Api {
  private static final HttpClient HTTP =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private final String url;
  private final @Nullable String authorization;

  Api(String url, String login, String password) {
    this.url = url;
    this.authorization =
        "Basic "
            + Base64.getEncoder()
                .encodeToString((login + ":" + password).getBytes(StandardCharsets.UTF_8));
  }

  private Api(String url) {
    this.url = url;
    this.authorization = null;
  }

  static Api anonymous(String url) {
    return new Api(url);
  }

  boolean isUp() {
    try {
      return get("/api/v1/health").body().path("status").asString("").equals("UP");
    } catch (IllegalStateException e) {
      return false;
    }
  }

  /** An answer: its status and its JSON, missing when there is none. */
  public record Answer(int status, JsonNode body, java.net.http.HttpHeaders headers) {}

  public Answer get(String path) {
    return send(request(path).GET());
  }

  public Answer post(String path, String json) {
    return post(path, "application/json", json);
  }

  public Answer post(String path, String type, String text) {
    return send(
        request(path).header("Content-Type", type).POST(HttpRequest.BodyPublishers.ofString(text)));
  }

  /** Replaces what the caller knows in this revision. */
  public Answer put(String path, String json, String revision) {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .header("If-Match", revision)
            .PUT(HttpRequest.BodyPublishers.ofString(json)));
  }

  private HttpRequest.Builder request(String path) {
    var request =
        HttpRequest.newBuilder(URI.create(url + path))
            .timeout(Duration.ofSeconds(60))
            .header("Accept-Language", "en");
    if (authorization != null) {
      request.header("Authorization", authorization);
    }
    return request;
  }

  private static Answer send(HttpRequest.Builder request) {
    try {
      var answer = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
      var text = answer.body();
      boolean json = text.startsWith("{") || text.startsWith("[");
      return new Answer(
          answer.statusCode(),
          json ? JSON.readTree(text) : JSON.createObjectNode().put("text", text),
          answer.headers());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
