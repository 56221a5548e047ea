package io.waybot.e2e.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.waybot.e2e.app.Api;
import io.waybot.e2e.app.SharedInstallation;
import io.waybot.e2e.app.WaybotProcess;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Each journey of the gallery goes its whole way in a small demo bank: taken in, set, signed, put
 * live, played on the real engine.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GalleryJourneysTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String CARE = "key-moments";
  private static final Map<String, String> SIGNERS =
      Map.of("BUSINESS", "approver", "COMPLIANCE", "approver2", "HEAD_OF_RETAIL", "approver3");
  private static final Duration AT_MOST = Duration.ofMinutes(6);

  /** Rehearsed before it runs for real on the same date. */
  private static final String REHEARSED = "wealth-repurchase";

  private final Map<String, String> runs = new HashMap<>();
  private WaybotProcess waybot;
  private Api planner;

  @BeforeAll
  void beginAll() throws IOException {
    waybot =
        WaybotProcess.start(
            Files.createTempDirectory("waybot-gallery"), "--waybot.demo.customers=5000");
    planner = waybot.api("planner");
    var starter = SharedInstallation.finishedStarterRun(waybot, AT_MOST);
    var date = LocalDate.parse(starter.path("businessDate").asString());
    runs.put(REHEARSED, begin(REHEARSED, date));
    finished(runs.get(REHEARSED)); // alone in its decision, as its rehearsal was
    for (var name : JSON.readValue(file("gallery.json"), String[].class)) {
      if (!name.equals(REHEARSED)) {
        runs.put(name, begin(name, date));
      }
    }
  }

  @AfterAll
  void end() {
    waybot.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "payroll-groups",
        "churn-rescue",
        "maturity-care",
        "card-activation",
        "debit-to-credit",
        "key-moments",
        "new-customer-90",
        "wealth-repurchase"
      })
  void playsToItsEndAndAddsUp(String name) {
    var run = finished(runs.get(name));
    var audience = run.path("audience");
    int control = audience.path("control").asInt();
    int arms = control + audience.path("treatment").asInt();

    assertThat(run.path("conserved").asBoolean()).as("%s", audience).isTrue();
    assertThat(audience.path("total").asInt()).isPositive();
    assertThat(sent(run) + leads(run)).as("contacts of %s", run).isPositive();
    if (name.equals(CARE)) {
      assertThat(control).isZero();
    } else {
      // one tenth, give or take four standard deviations
      assertThat((double) control).isCloseTo(arms * .1, within(4 * Math.sqrt(arms * .09) + 1));
      assertThat(run.path("evaluation").path("state").asString()).isEqualTo("PROVISIONAL");
    }
  }

  @Test
  void aRehearsalCountsUpToTheFirstWaitWhatTheRunThenCounts() {
    var rehearsed = picture(runs.get(REHEARSED + "/rehearsal"));
    var real = picture(runs.get(REHEARSED));
    var expected = flows(rehearsed, false);

    assertThat(expected)
        .containsKeys("pull_to_policy", "policy_to_prepare", "split_to_score", "join_to_wait_first")
        .extractingByKey("decide_to_fork")
        .satisfies(chosen -> assertThat(chosen).isPositive());
    assertThat(flows(real, false)).containsAllEntriesOf(expected);
    assertThat(rehearsed.path("sends")).isNotEmpty();
    assertThat(rehearsed.path("sends")).isEqualTo(real.path("sends"));
    assertThat(rehearsed.path("costYuan")).isEqualTo(real.path("costYuan"));
    assertThat(removed(rehearsed)).isNotEmpty().isEqualTo(removed(real));
  }

  @Test
  void aRehearsalSaysThatItOnlyForecastsWhatLiesBehindAWait() {
    var forecast = flows(picture(runs.get(REHEARSED + "/rehearsal")), true);

    assertThat(forecast).isNotEmpty();
    assertThat(flows(picture(runs.get(REHEARSED)), true)).isEmpty();
  }

  @Test
  void aWaitOfThreeDaysEndsByPressingTheButtonOfTheNextBusinessDay() throws IOException {
    var name = "maturity-care";
    runs.values().forEach(this::finished); // a day that passes ends what may be sent on it
    var drawing = new String(file(name + ".bpmn"), StandardCharsets.UTF_8);
    var date = LocalDate.parse(run(runs.get(name)).path("businessDate").asString());
    var order = start(name, drawing, date).replace("DAILY", "RERUN").replace("PT1S", "P3D");
    var id = planner.post("/api/v1/runs", order).body().path("id").asString();
    await(
        id,
        run ->
            run.path("elements")
                .valueStream()
                .anyMatch(e ->
                    e.path("elementId").asString().startsWith("wait_")
                        && e.path("active").asInt() == 1));

    var today = date;
    while (!today.isAfter(date.plusDays(3))) { // the third day at nine is minutes too early
      var next = planner.post("/api/v1/demo/next-day", "{}");
      assertThat(next.status()).as(next.body().toString()).isEqualTo(200);
      today = LocalDate.parse(next.body().path("businessDate").asString());
      assertThat(today).isAfter(date);
    }

    var ended = finished(id);
    assertThat(ended.path("conserved").asBoolean()).isTrue();
  }

  private JsonNode run(String id) {
    return planner.get("/api/v1/runs/" + id).body();
  }

  private JsonNode picture(String run) {
    return planner.get("/api/v1/runs/" + run + "/picture").body();
  }

  private static Map<String, Integer> flows(JsonNode picture, boolean forecast) {
    var counts = new HashMap<String, Integer>();
    for (var flow : picture.path("flows")) {
      if (flow.path("forecast").asBoolean() == forecast) {
        counts.put(flow.path("id").asString(), flow.path("customers").asInt());
      }
    }
    return counts;
  }

  /** Block and rule to customers, up to the first wait. */
  private Map<String, Integer> removed(JsonNode picture) {
    var behind = new java.util.HashSet<String>();
    picture(runs.get(REHEARSED + "/rehearsal"))
        .path("blocks")
        .forEach(block -> {
          if (block.path("forecast").asBoolean()) {
            behind.add(block.path("id").asString());
          }
        });
    var removed = new HashMap<String, Integer>();
    for (var block : picture.path("blocks")) {
      if (!behind.contains(block.path("id").asString())) {
        block
            .path("removed")
            .properties()
            .forEach(rule ->
                removed.put(
                    block.path("id").asString() + " " + rule.getKey(), rule.getValue().asInt()));
      }
    }
    return removed;
  }

  private String rehearse(String name, LocalDate date) {
    var order =
        JSON.createObjectNode()
            .put("journey", name.replace('-', '_'))
            .put("businessDate", date.toString())
            .put("kind", "REHEARSAL");
    var started = planner.post("/api/v1/runs", order.toString());
    assertThat(started.status()).as(started.body().toString()).isEqualTo(202);
    var run = started.body().path("id").asString();
    finished(run);
    return run;
  }

  private String begin(String name, LocalDate date) throws IOException {
    var drawing = new String(file(name + ".bpmn"), StandardCharsets.UTF_8);
    var drawn = planner.post("/api/v1/journeys", "application/xml", drawing);
    assertThat(drawn.status()).as(drawn.body().toString()).isEqualTo(201);
    var journey = "/api/v1/journeys/" + drawn.body().path("id").asString();
    var set = planner.put(journey + "/settings", settings(name, date), revision(drawn.body()));
    assertThat(set.body().path("deployable").asBoolean()).as(set.body().toString()).isTrue();
    var submitted = planner.post(journey + "/submit", "{}");
    assertThat(submitted.status()).as(submitted.body().toString()).isEqualTo(200);
    for (var step : List.of("BUSINESS", "COMPLIANCE", "HEAD_OF_RETAIL")) {
      if (waits(submitted.body(), step)) {
        var signed = waybot.api(SIGNERS.get(step)).post(journey + "/approve", "{}");
        assertThat(signed.status()).as(signed.body().toString()).isEqualTo(200);
      }
    }
    if (name.equals(REHEARSED)) {
      runs.put(name + "/rehearsal", rehearse(name, date));
    }
    var live = planner.post(journey + "/deploy", "{}");
    assertThat(live.status()).as(live.body().toString()).isEqualTo(200);
    var started = planner.post("/api/v1/runs", start(name, drawing, date));
    assertThat(started.status()).as(started.body().toString()).isEqualTo(202);
    return started.body().path("id").asString();
  }

  private static boolean waits(JsonNode submitted, String step) {
    return submitted
        .path("approvals")
        .valueStream()
        .anyMatch(approval ->
            approval.path("step").asString().equals(step)
                && approval.path("state").asString().equals("WAITING"));
  }

  private static String revision(JsonNode drawn) {
    return "\"" + drawn.path("revision").asInt() + "\"";
  }

  /** Without a schedule: this run is started by hand. */
  private static String settings(String name, LocalDate date) throws IOException {
    var settings = (ObjectNode) JSON.readTree(file(name + ".settings.json"));
    settings.remove("schedule");
    return settings
        .put("from", date.toString())
        .put("until", date.plusMonths(6).toString())
        .toString();
  }

  private static String start(String name, String drawing, LocalDate date) {
    var order =
        JSON.createObjectNode()
            .put("journey", name.replace('-', '_'))
            .put("businessDate", date.toString())
            .put("kind", "DAILY");
    var waits = order.putObject("parameters");
    java.util.regex.Pattern.compile("intermediateCatchEvent id=\"(wait_\\w+)\"")
        .matcher(drawing)
        .results()
        .forEach(wait -> waits.put(wait.group(1), "PT1S"));
    return order.toString();
  }

  private JsonNode finished(String run) {
    return await(run, seen -> seen.path("state").asString().equals("FINISHED"));
  }

  private JsonNode await(String run, Predicate<JsonNode> wanted) {
    var deadline = System.nanoTime() + AT_MOST.toNanos();
    while (System.nanoTime() < deadline) {
      var seen = run(run);
      if (wanted.test(seen)) {
        return seen;
      }
      assertThat(seen.path("state").asString())
          .as("%s", seen)
          .isIn("STARTING", "WAITING_DATA", "RUNNING");
      pause();
    }
    throw new AssertionError("not so in time: " + run(run));
  }

  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(500);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static int sent(JsonNode run) {
    return run.path("dispatches").valueStream().mapToInt(d -> d.path("sent").asInt()).sum();
  }

  private static int leads(JsonNode run) {
    var leads = run.path("leads");
    return leads.path("open").asInt() + leads.path("done").asInt() + leads.path("expired").asInt();
  }

  private static byte[] file(String name) throws IOException {
    try (var in = GalleryJourneysTest.class.getResourceAsStream("/journeys/" + name)) {
      return Objects.requireNonNull(in, name).readAllBytes();
    }
  }
}
