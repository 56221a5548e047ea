package io.waybot.connectors.channel;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.channels.UnresolvedAddressException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls a provider over HTTP and says what kind of silence a missing answer is. */
final class HttpPeer {
  private final HttpClient http;
  private final JsonMapper json;
  private final Duration readTimeout;

  HttpPeer(JsonMapper json, Duration connectTimeout, Duration readTimeout) {
    this.http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(connectTimeout)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    this.json = json;
    this.readTimeout = readTimeout;
  }

  static HttpPeer standard(JsonMapper json) {
    return new HttpPeer(json, Duration.ofSeconds(2), Duration.ofSeconds(5));
  }

  /** What came back, or why nothing did. */
  sealed interface Reply {
    record Got(int status, JsonNode body) implements Reply {}

    /** The request never left. */
    record Away(String reason) implements Reply {}

    /** The request left and no answer that can be read came. */
    record Lost(String reason) implements Reply {}
  }

  Reply get(URI uri) {
    return call(HttpRequest.newBuilder(uri).GET());
  }

  Reply form(URI uri, String encoded) {
    return call(
        HttpRequest.newBuilder(uri)
            .header("Content-Type", "application/x-www-form-urlencoded; charset=utf-8")
            .POST(HttpRequest.BodyPublishers.ofString(encoded)));
  }

  /** POSTs the value as JSON, signed over the very bytes that travel. */
  Reply signed(URI uri, String secret, String key, Object value) {
    var body = json.writeValueAsBytes(value);
    return call(
        HttpRequest.newBuilder(uri)
            .header("Content-Type", "application/json; charset=utf-8")
            .header("Idempotency-Key", key)
            .header(Signature.HEADER, Signature.header(secret, body))
            .POST(HttpRequest.BodyPublishers.ofByteArray(body)));
  }

  private Reply call(HttpRequest.Builder request) {
    try {
      var response =
          http.send(
              request.timeout(readTimeout).build(),
              HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
      return new Reply.Got(response.statusCode(), read(response.body()));
    } catch (ConnectException | HttpConnectTimeoutException e) {
      return new Reply.Away(e.getClass().getSimpleName());
    } catch (IOException e) {
      return new Reply.Lost(e.getClass().getSimpleName());
    } catch (UnresolvedAddressException e) {
      return new Reply.Away("address unknown");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Reply.Lost("interrupted");
    }
  }

  private JsonNode read(String body) {
    try {
      return body.isBlank() ? json.createObjectNode() : json.readTree(body);
    } catch (JacksonException e) {
      return json.createObjectNode();
    }
  }
}
