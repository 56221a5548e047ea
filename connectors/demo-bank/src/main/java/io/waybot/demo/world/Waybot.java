package io.waybot.demo.world;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Waybot as the outside sees it: its HTTP API. Every call throws {@link IOException} when it was
 * not taken.
 */
final class Waybot {
  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
  private final Settings settings;
  private final JsonMapper json;
  private final Clock clock;

  Waybot(Settings settings, JsonMapper json) {
    this.settings = settings;
    this.json = json;
    this.clock = settings.clock();
  }

  record Receipt(String id, String key, String type, Instant at, Optional<String> text) {}

  /** The bank's time if Waybot tells it, else the machine's. */
  Instant bankTime() throws IOException {
    var told = body(request("/health").GET().build()).path("bankTime");
    return told.isString()
        ? Instant.from(DateTimeFormatter.ISO_OFFSET_DATE_TIME.parse(told.stringValue()))
        : clock.instant();
  }

  List<JsonNode> runningRuns() throws IOException {
    return items(asWorld("/runs?state=RUNNING"));
  }

  List<JsonNode> openLeads(String account) throws IOException {
    return items(asColleague("/leads?state=OPEN&limit=500", account));
  }

  /**
   * @return false if Waybot refuses for good: the lead is gone, taken or already has an outcome
   */
  boolean outcome(Entry.Lead lead, String outcome) throws IOException {
    var content = new HashMap<String, Object>();
    content.put("outcome", outcome);
    for (var empty : List.of("note", "callAgainOn", "recordingNo")) {
      content.put(empty, json.nullNode());
    }
    int status =
        send(post(
                asColleague("/leads/" + lead.id() + "/outcome", lead.account()),
                json.writeValueAsBytes(content)))
            .statusCode();
    if (status == 404 || status == 409 || status == 422) {
      return false;
    }
    expectSuccess(status, "outcome");
    return true;
  }

  void receipts(String channel, List<Receipt> receipts) throws IOException {
    var body = json.writeValueAsBytes(Map.of("channel", channel, "receipts", receipts));
    var signature = "sha256=" + Signature.of(settings.secret(channel), body);
    var answer = send(post(request("/receipts").header("X-Waybot-Signature", signature), body));
    expectSuccess(answer.statusCode(), "receipts");
  }

  void conversions(List<Entry.Purchase> purchases) throws IOException {
    var conversions =
        purchases.stream()
            .map(p ->
                Map.of(
                    "id", p.id(),
                    "customer", Integer.toString(p.customer()),
                    "product", p.product(),
                    "at", p.at(),
                    "amountYuan", p.amountYuan()))
            .toList();
    var body = json.writeValueAsBytes(Map.of("conversions", conversions));
    expectSuccess(send(post(asWorld("/conversions"), body)).statusCode(), "conversions");
  }

  private List<JsonNode> items(HttpRequest.Builder request) throws IOException {
    return List.copyOf(body(request.GET().build()).path("items").values());
  }

  private JsonNode body(HttpRequest request) throws IOException {
    var answer = send(request);
    expectSuccess(answer.statusCode(), request.uri().getPath());
    return json.readTree(answer.body());
  }

  private HttpRequest.Builder asWorld(String path) {
    return as("world", settings.worldPassword().get(), path);
  }

  private HttpRequest.Builder asColleague(String path, String account) {
    return as(account, settings.colleaguePassword().get(), path);
  }

  private HttpRequest.Builder as(String account, String password, String path) {
    var login =
        Base64.getEncoder()
            .encodeToString((account + ":" + password).getBytes(StandardCharsets.UTF_8));
    return request(path).header("Authorization", "Basic " + login);
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(settings.waybot() + "/api/v1" + path))
        .timeout(Duration.ofSeconds(20));
  }

  private static HttpRequest post(HttpRequest.Builder request, byte[] body) {
    return request
        .header("Content-Type", "application/json")
        .POST(HttpRequest.BodyPublishers.ofByteArray(body))
        .build();
  }

  private HttpResponse<byte[]> send(HttpRequest request) throws IOException {
    try {
      return http.send(request, HttpResponse.BodyHandlers.ofByteArray());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException(request.uri().getPath());
    }
  }

  private static void expectSuccess(int status, String what) throws IOException {
    if (status < 200 || status > 299) {
      throw new IOException(what + ": HTTP " + status);
    }
  }
}
