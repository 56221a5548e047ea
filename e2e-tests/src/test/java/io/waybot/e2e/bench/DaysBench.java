package io.waybot.e2e.bench;

import io.waybot.e2e.app.Api;
import io.waybot.e2e.app.SharedInstallation;
import io.waybot.e2e.app.WaybotProcess;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Business days of the demo bank with waits as planned, by nothing but the button "next business
 * day": the schedule opens each day's run of the starter journey, its waits of three and seven days
 * end when those days have passed on the engine's clock.
 *
 * <p>{@code --days N} (default 30), {@code --customers N} (default 5,000).
 */
public final class DaysBench {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Duration A_DAY_AT_MOST = Duration.ofMinutes(3);
  private static final List<String> ENDED = List.of("FINISHED", "FAILED", "CANCELLED", "SKIPPED");

  private final Api api;

  private DaysBench(Api api) {
    this.api = api;
  }

  public static void main(String[] args) throws Exception {
    int days = 30;
    int customers = 5_000;
    for (int i = 0; i + 1 < args.length; i += 2) {
      switch (args[i]) {
        case "--days" -> days = Integer.parseInt(args[i + 1]);
        case "--customers" -> customers = Integer.parseInt(args[i + 1]);
        default -> throw new IllegalArgumentException("unknown option " + args[i]);
      }
    }
    System.exit(Boolean.TRUE.equals(play(days, customers).get("as_planned")) ? 0 : 1);
  }

  private static Map<String, Object> play(int days, int customers) throws Exception {
    try (var waybot =
        WaybotProcess.start(
            Files.createTempDirectory("waybot-days"),
            "--waybot.demo.customers=" + customers,
            "--waybot.demo.wait=planned")) {
      SharedInstallation.awaitStarterRun(
          waybot, Duration.ofMinutes(6), run -> !run.path("steps").isEmpty());
      var line = new DaysBench(waybot.api("admin")).pass(days);
      System.out.println(JSON.writeValueAsString(line));
      return line;
    }
  }

  private Map<String, Object> pass(int days) throws InterruptedException {
    awaitQuiet();
    long began = System.nanoTime();
    for (int day = 0; day < days; day++) {
      var moved = api.post("/api/v1/demo/next-day", "{}");
      if (moved.status() != 200) {
        throw new IllegalStateException("the day did not move: " + moved.body());
      }
      awaitRunOf(moved.body().path("businessDate").asString());
      awaitQuiet();
    }
    var states = new TreeMap<String, Integer>();
    int sent = 0;
    boolean conserved = true;
    for (var run : runs()) {
      states.merge(run.path("state").asString(), 1, Integer::sum);
      conserved &= run.path("conserved").asBoolean();
      sent += run.path("dispatches").valueStream().mapToInt(d -> d.path("sent").asInt()).sum();
    }
    var line = new LinkedHashMap<String, Object>();
    line.put("days", days);
    line.put("seconds", (System.nanoTime() - began) / 1_000_000_000);
    line.put("runs", states.values().stream().mapToInt(Integer::intValue).sum());
    line.put("states", states);
    line.put("sent", sent);
    line.put("conserved", conserved);
    line.put(
        "as_planned",
        conserved
            && states.keySet().stream().allMatch(List.of("FINISHED", "RUNNING")::contains)
            && states.getOrDefault("FINISHED", 0) >= days - 9);
    return line;
  }

  private void awaitRunOf(String date) throws InterruptedException {
    await(() -> runs().stream().anyMatch(run -> run.path("businessDate").asString().equals(date)));
  }

  /** Nothing is left to do today: every run has ended or stands in a wait. */
  private void awaitQuiet() throws InterruptedException {
    await(() ->
        runs().stream()
            .allMatch(run ->
                ENDED.contains(run.path("state").asString()) || onlyWaits(run.path("elements"))));
  }

  private static boolean onlyWaits(JsonNode elements) {
    var active = elements.valueStream().filter(e -> e.path("active").asInt() > 0).toList();
    return !active.isEmpty()
        && active.stream().allMatch(e -> e.path("elementId").asString().startsWith("wait_"));
  }

  private interface Question {
    boolean answer();
  }

  /** Twice in a row: between two blocks a token stands nowhere. */
  private static void await(Question quiet) throws InterruptedException {
    long deadline = System.nanoTime() + A_DAY_AT_MOST.toNanos();
    for (int yes = 0; yes < 2; yes = quiet.answer() ? yes + 1 : 0) {
      if (System.nanoTime() > deadline) {
        throw new IllegalStateException("the day did not come to rest");
      }
      TimeUnit.MILLISECONDS.sleep(500);
    }
  }

  private List<JsonNode> runs() {
    var all = new ArrayList<JsonNode>();
    int offset = 0;
    while (true) {
      var page =
          api.get("/api/v1/runs?journey=" + SharedInstallation.STARTER + "&offset=" + offset)
              .body();
      page.path("items").forEach(all::add);
      if (!page.path("next").isInt()) {
        return all;
      }
      offset = page.path("next").asInt();
    }
  }
}
