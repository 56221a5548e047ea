package io.waybot.e2e.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.waybot.e2e.app.Api;
import io.waybot.e2e.app.WaybotProcess;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The way of a journey by the API, as its planner and approvers go it. */
final class JourneyLife {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Duration AT_MOST = Duration.ofMinutes(6);
  private static final Map<String, String> SIGNERS =
      Map.of("BUSINESS", "approver", "COMPLIANCE", "approver2", "HEAD_OF_RETAIL", "approver3");
  private static final List<String> IN_ORDER = List.of("BUSINESS", "COMPLIANCE", "HEAD_OF_RETAIL");
  private static final List<String> ON_ITS_WAY = List.of("STARTING", "WAITING_DATA", "RUNNING");
  private static final Pattern WAIT = Pattern.compile("intermediateCatchEvent id=\"(wait_\\w+)\"");

  private final WaybotProcess waybot;
  private final Api planner;

  JourneyLife(WaybotProcess waybot) {
    this.waybot = waybot;
    this.planner = waybot.api("planner");
  }

  /**
   * Takes a drawing in, sets it and has it signed by all who are asked.
   *
   * @return the journey's path in the API
   */
  String signed(String drawing, String settings) {
    var drawn = planner.post("/api/v1/journeys", "application/xml", drawing);
    assertThat(drawn.status()).as(drawn.body().toString()).isEqualTo(201);
    var journey = "/api/v1/journeys/" + drawn.body().path("id").asString();
    var revision = "\"" + drawn.body().path("revision").asInt() + "\"";
    var set = planner.put(journey + "/settings", settings, revision);
    assertThat(set.body().path("deployable").asBoolean()).as(set.body().toString()).isTrue();
    var submitted = planner.post(journey + "/submit", "{}");
    assertThat(submitted.status()).as(submitted.body().toString()).isEqualTo(200);
    for (var step : IN_ORDER) {
      if (waits(submitted.body(), step)) {
        var signed = waybot.api(SIGNERS.get(step)).post(journey + "/approve", "{}");
        assertThat(signed.status()).as(signed.body().toString()).isEqualTo(200);
      }
    }
    return journey;
  }

  private static boolean waits(JsonNode submitted, String step) {
    return submitted
        .path("approvals")
        .valueStream()
        .anyMatch(approval ->
            approval.path("step").asString().equals(step)
                && approval.path("state").asString().equals("WAITING"));
  }

  void goLive(String journey) {
    var live = planner.post(journey + "/deploy", "{}");
    assertThat(live.status()).as(live.body().toString()).isEqualTo(200);
  }

  /**
   * An order to start the journey by hand.
   *
   * @param wait how long each of its waits takes, ISO 8601
   */
  static String order(String key, String drawing, LocalDate date, String kind, String wait) {
    var order =
        JSON.createObjectNode()
            .put("journey", key)
            .put("businessDate", date.toString())
            .put("kind", kind);
    var waits = order.putObject("parameters");
    WAIT.matcher(drawing).results().forEach(found -> waits.put(found.group(1), wait));
    return order.toString();
  }

  /**
   * Starts a run.
   *
   * @return its id
   */
  String start(String order) {
    var started = planner.post("/api/v1/runs", order);
    assertThat(started.status()).as(started.body().toString()).isEqualTo(202);
    return started.body().path("id").asString();
  }

  JsonNode run(String id) {
    return planner.get("/api/v1/runs/" + id).body();
  }

  JsonNode finished(String run) {
    return await(run, seen -> seen.path("state").asString().equals("FINISHED"));
  }

  /** Waits until a run that is on its way is as wanted. */
  JsonNode await(String run, Predicate<JsonNode> wanted) {
    return Awaitility.await()
        .atMost(AT_MOST)
        .pollInterval(Duration.ofMillis(500))
        .until(
            () -> run(run),
            seen -> {
              boolean there = wanted.test(seen);
              if (!there && !ON_ITS_WAY.contains(seen.path("state").asString())) {
                throw new AssertionError("the run left its way: " + seen);
              }
              return there;
            });
  }
}
