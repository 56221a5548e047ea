package io.waybot.engine.exporter;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The way to the application: a POST that counts as taken only when it is answered with 204. */
class ApplicationLink {
  private static final Duration CONNECT = Duration.ofMillis(500);
  private static final Duration READ = Duration.ofSeconds(2);

  private @Nullable HttpClient http;
  private final String url;
  private final Path tokenFile;
  private final String engineId;

  ApplicationLink(String url, Path tokenFile, String engineId) {
    this.url = url;
    this.tokenFile = tokenFile;
    this.engineId = engineId;
  }

  /** The token is read for each call: the application may have written a new one since. */
  void post(String json) throws NotTaken {
    try {
      var request =
          HttpRequest.newBuilder(URI.create(url))
              .timeout(READ)
              .header("Content-Type", "application/json")
              .header("Authorization", "Bearer " + Files.readString(tokenFile).strip())
              .header("X-Waybot-Engine", engineId)
              .POST(BodyPublishers.ofString(json))
              .build();
      int status = client().send(request, BodyHandlers.discarding()).statusCode();
      if (status != 204) {
        throw new NotTaken("answered " + status, null);
      }
    } catch (IOException | IllegalArgumentException e) {
      throw new NotTaken(e.toString(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new NotTaken("interrupted", e);
    }
  }

  /**
   * Made at the first call: the engine configures an exporter twice and throws the first one away.
   */
  private HttpClient client() {
    if (http == null) {
      http = HttpClient.newBuilder().connectTimeout(CONNECT).build();
    }
    return http;
  }

  static class NotTaken extends Exception {
    private static final long serialVersionUID = 1;

    NotTaken(String why, @Nullable Exception cause) {
      super(why, cause);
    }
  }
}
