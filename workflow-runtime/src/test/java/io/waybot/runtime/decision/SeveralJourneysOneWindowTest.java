package io.waybot.runtime.decision;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.waybot.db.decision.Decision;
import io.waybot.db.decision.DecisionTable;
import io.waybot.db.decision.DecisionWindow;
import io.waybot.db.decision.DecisionWindows;
import io.waybot.db.run.ARun;
import io.waybot.db.run.RobotStep;
import io.waybot.db.run.RobotSteps;
import io.waybot.db.run.RunKind;
import io.waybot.db.testing.TestDatabase;
import io.waybot.runtime.access.Scope;
import io.waybot.runtime.engine.Engine;
import io.waybot.runtime.engine.EngineTestApp;
import io.waybot.runtime.robot.RobotRegistry;
import io.waybot.runtime.run.RunReport;
import io.waybot.runtime.run.RunService;
import io.waybot.runtime.run.StartRun;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Journeys that want the same customers on the same day, played on the real engine. */
@Timeout(180)
class SeveralJourneysOneWindowTest {
  private static final TestDatabase DATABASE = TestDatabase.POSTGRESQL;

  @TempDir Path home;
  private EngineTestApp app;

  @BeforeEach
  void start() throws IOException {
    DecidingRobots.CLOCK.begin();
    app =
        EngineTestApp.open(
            DATABASE,
            EngineTestApp.newDatabase(DATABASE, home),
            home,
            DecidingRobots.class,
            "waybot.decision.cut-off=07:00");
    journey("morning", 1, 60);
    journey("noon", 20, 80);
    journey("evening", 40, 100);
    journey("late", 30, 100);
    new DecidingBank(app);
    await().atMost(ofSeconds(30)).until(() -> app.bean(Engine.class).status().isUp());
  }

  @AfterEach
  void stop() {
    app.close();
  }

  @Test
  void decidesOnceForThreeJourneysAndLeavesALateOneTheRest() {
    var robots = app.bean(RobotRegistry.class);
    robots.pause("decide-treatments", "admin");
    var runs = List.of(begin("morning", "PT0S"), begin("noon", "PT0S"), begin("evening", "PT0S"));
    robots.resume("decide-treatments");
    runs.forEach(this::finished);

    var window = window(runs.getFirst());
    assertThat(runs).allSatisfy(run -> assertThat(window(run)).isEqualTo(window));
    var chosen = new RoaringBitmap();
    for (var run : runs) {
      var mine = decided(run);
      assertThat(RoaringBitmap.intersects(chosen, mine)).as("one content each").isFalse();
      chosen.or(mine);
      assertThat(
              RoaringBitmap.or(DecidingRobots.share(run, "sms"), DecidingRobots.share(run, "push")))
          .as("each journey sends its share")
          .isEqualTo(mine);
      assertThat(mine.isEmpty()).isFalse();
    }
    assertThat(chosen).as("the seventy likeliest of all three lists").isEqualTo(numbers(1, 70));

    // The day's texts and pushes are given away: the late one may choose nobody.
    var late = begin("late", "PT0S");
    finished(late);
    assertThat(window(late).sequence()).isEqualTo(window.sequence() + 1);
    assertThat(decided(late).isEmpty()).isTrue();

    // One that comes when ten more pushes may be sent takes them for those nobody chose.
    app.bean(JdbcClient.class)
        .sql("update channel set daily_capacity = 50 where code = 'push'")
        .update();
    journey("latest", 60, 100);
    var latest = begin("latest", "PT0S");
    finished(latest);
    assertThat(decided(latest)).isEqualTo(numbers(71, 80));
    assertThat(DecidingRobots.share(latest, "push")).isEqualTo(numbers(71, 80));
  }

  @Test
  void waitsForWhoIsExpectedUntilTheCutOff() {
    var quick = begin("morning", "PT0S");
    var slow = begin("noon", "PT10M");
    await()
        .atMost(ofSeconds(60))
        .until(() -> !app.bean(DecisionWindows.class).ofRun(quick).isEmpty());

    assertThat(window(quick).decided()).as("noon is expected").isFalse();
    assertThat(step(quick).state()).isEqualTo(RobotStep.State.PARKED);

    DecidingRobots.CLOCK.set(Instant.parse("2026-11-19T23:00:01Z")); // one second past seven
    finished(quick);

    assertThat(decided(quick)).isEqualTo(numbers(1, 60));
    assertThat(app.bean(DecisionWindows.class).ofRun(slow)).isEmpty();
    app.bean(RunService.class).cancel(slow, "admin");
  }

  private void journey(String key, int from, int to) {
    DecidingRobots.LISTS.put(key, numbers(from, to));
    try (var bpmn = getClass().getResourceAsStream("/journeys/valid/deciding.bpmn")) {
      var drawing = new String(bpmn.readAllBytes(), StandardCharsets.UTF_8);
      ARun.aJourney(
          app.bean(JdbcClient.class),
          key,
          drawing.replace("id=\"deciding\"", "id=\"" + key + "\""));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private UUID begin(String journey, String wait) {
    return app.bean(RunService.class)
        .start(
            new StartRun(
                journey, DecidingBank.FRIDAY, RunKind.DAILY, Map.of("wait_wait", wait), "planner"));
  }

  private void finished(UUID run) {
    await()
        .atMost(ofSeconds(60))
        .untilAsserted(() ->
            assertThat(app.bean(RunReport.class).of(run, new Scope("/")).state())
                .isEqualTo("FINISHED"));
  }

  private RobotStep step(UUID run) {
    return app.bean(RobotSteps.class).ofRun(run).stream()
        .filter(step -> step.elementId().equals("decide"))
        .findFirst()
        .orElseThrow();
  }

  private DecisionWindow window(UUID run) {
    return app.bean(DecisionWindows.class).ofRun(run).getFirst();
  }

  private RoaringBitmap decided(UUID run) {
    return RoaringBitmap.bitmapOf(
        app.bean(DecisionTable.class).ofRun(run).stream().mapToInt(Decision::customer).toArray());
  }

  private static RoaringBitmap numbers(int from, int to) {
    return RoaringBitmap.bitmapOfRange(from, to + 1L);
  }
}
