package io.waybot.e2e.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The demo bank at full size on H2, its starter run finished; started once for all stories. */
public final class SharedInstallation {
  public static final String STARTER = "deposit_daily";
  private static final Duration SETTING_UP = Duration.ofMinutes(12);
  private static @Nullable WaybotProcess running;

  private SharedInstallation() {}

  public static synchronized WaybotProcess get() {
    if (running == null) {
      try {
        var home = Files.createTempDirectory("waybot-e2e");
        var started = WaybotProcess.start(home);
        Runtime.getRuntime().addShutdownHook(new Thread(started::kill));
        finishedStarterRun(started, SETTING_UP);
        running = started;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return running;
  }

  /**
   * Waits for the starter run.
   *
   * @return the run as the API shows it
   * @throws IllegalStateException if it ends badly or not in time
   */
  public static JsonNode finishedStarterRun(WaybotProcess waybot, Duration atMost) {
    return awaitStarterRun(waybot, atMost, run -> run.path("state").asString().equals("FINISHED"));
  }

  /**
   * Waits until the starter run is as wanted.
   *
   * @return the run as the API shows it
   * @throws IllegalStateException if it ends badly or is not so in time
   */
  public static JsonNode awaitStarterRun(
      WaybotProcess waybot, Duration atMost, Predicate<JsonNode> wanted) {
    var deadline = System.nanoTime() + atMost.toNanos();
    var api = waybot.api("planner");
    JsonNode last = null;
    while (System.nanoTime() < deadline) {
      var run = starterRun(api);
      if (run != null) {
        last = run;
        if (wanted.test(run)) {
          return run;
        }
        var state = run.path("state").asString();
        if (List.of("FINISHED", "FAILED", "CANCELLED", "SKIPPED").contains(state)) {
          throw new IllegalStateException("the starter run ended as " + state + ": " + run);
        }
      }
      pause();
    }
    throw new IllegalStateException(
        "the starter run is not as wanted after "
            + atMost
            + ", last seen "
            + last
            + "; home "
            + waybot.home());
  }

  private static @Nullable JsonNode starterRun(Api api) {
    try {
      var runs = api.get("/api/v1/runs?journey=" + STARTER).body().path("items");
      return runs.isEmpty() ? null : runs.get(runs.size() - 1);
    } catch (IllegalStateException away) {
      return null;
    }
  }

  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(500);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
