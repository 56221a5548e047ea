package io.waybot.e2e.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.waybot.e2e.app.SharedInstallation;
import io.waybot.e2e.app.WaybotProcess;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** kill -9 of either process in the middle of a run: it finishes, each effect is there once. */
class KilledProcessesTest {
  private static final Duration ENOUGH = Duration.ofMinutes(6);
  @TempDir Path home;

  @Test
  void finishesTheRunAfterTheApplicationAndThenTheEngineWereKilled() {
    try (var waybot = WaybotProcess.start(home, "--waybot.demo.customers=3000")) {
      awaitRun(waybot, run -> !run.path("steps").isEmpty());
      waybot.kill();
      waybot.restart();
      awaitRun(waybot, run -> run.path("steps").size() >= 6);
      waybot.killEngine();

      var run = SharedInstallation.finishedStarterRun(waybot, ENOUGH);

      assertThat(run.path("conserved").asBoolean()).isTrue();
      var seen = new HashSet<String>();
      for (var step : run.path("steps")) {
        assertThat(step.path("state").asString()).isEqualTo("DONE");
        assertThat(seen.add(step.path("elementId").asString())).isTrue();
        assertThat(step.path("pass").asInt()).isEqualTo(1);
      }
      assertThat(
              waybot
                  .api("planner")
                  .get("/api/v1/runs?journey=" + SharedInstallation.STARTER)
                  .body()
                  .path("items"))
          .hasSize(1);
    }
  }

  private static void awaitRun(WaybotProcess waybot, Predicate<JsonNode> enough) {
    Awaitility.await()
        .atMost(ENOUGH)
        .pollInterval(Duration.ofMillis(200))
        .ignoreExceptions()
        .until(() -> {
          var runs =
              waybot
                  .api("planner")
                  .get("/api/v1/runs?journey=" + SharedInstallation.STARTER)
                  .body()
                  .path("items");
          return !runs.isEmpty() && enough.test(runs.get(0));
        });
  }
}
