package io.waybot.e2e.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.waybot.e2e.app.Api;
import io.waybot.e2e.app.SharedInstallation;
import io.waybot.e2e.app.WaybotProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/**
 * Each journey of the gallery goes its whole way in a small demo bank: taken in, set, signed, put
 * live, played on the real engine.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GalleryJourneysTest {
  private static final String CARE = "key-moments";
  private static final Duration AT_MOST = Duration.ofMinutes(6);

  /** Rehearsed before it runs for real on the same date. */
  private static final String REHEARSED = "wealth-repurchase";

  private final Map<String, String> runs = new HashMap<>();
  private WaybotProcess waybot;
  private Api planner;
  private JourneyLife life;

  @BeforeAll
  void beginAll() throws IOException {
    waybot =
        WaybotProcess.start(
            Files.createTempDirectory("waybot-gallery"), "--waybot.demo.customers=5000");
    planner = waybot.api("planner");
    life = new JourneyLife(waybot);
    var starter = SharedInstallation.finishedStarterRun(waybot, AT_MOST);
    var date = LocalDate.parse(starter.path("businessDate").asString());
    runs.put(REHEARSED, begin(REHEARSED, date));
    life.finished(runs.get(REHEARSED)); // alone in its decision, as its rehearsal was
    for (var name : GalleryFiles.names()) {
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
    var run = life.finished(runs.get(name));
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
  void aWaitOfThreeDaysEndsByPressingTheButtonOfTheNextBusinessDay() {
    var name = "maturity-care";
    runs.values().forEach(life::finished); // a day that passes ends what may be sent on it
    var drawing = GalleryFiles.drawing(name);
    var date = LocalDate.parse(life.run(runs.get(name)).path("businessDate").asString());
    var id = life.start(JourneyLife.order(GalleryFiles.key(name), drawing, date, "RERUN", "P3D"));
    life.await(
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

    var ended = life.finished(id);
    assertThat(ended.path("conserved").asBoolean()).isTrue();
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
    var behind = new HashSet<String>();
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
    var run = life.start(JourneyLife.order(GalleryFiles.key(name), "", date, "REHEARSAL", "PT1S"));
    life.finished(run);
    return run;
  }

  private String begin(String name, LocalDate date) {
    var drawing = GalleryFiles.drawing(name);
    var journey = life.signed(drawing, GalleryFiles.settings(name, date).toString());
    if (name.equals(REHEARSED)) {
      runs.put(name + "/rehearsal", rehearse(name, date));
    }
    life.goLive(journey);
    return life.start(JourneyLife.order(GalleryFiles.key(name), drawing, date, "DAILY", "PT1S"));
  }

  private static int sent(JsonNode run) {
    return run.path("dispatches").valueStream().mapToInt(d -> d.path("sent").asInt()).sum();
  }

  private static int leads(JsonNode run) {
    var leads = run.path("leads");
    return leads.path("open").asInt() + leads.path("done").asInt() + leads.path("expired").asInt();
  }
}
