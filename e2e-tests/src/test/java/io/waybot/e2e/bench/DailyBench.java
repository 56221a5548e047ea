package io.waybot.e2e.bench;

import io.waybot.e2e.app.Api;
import io.waybot.e2e.app.WaybotProcess;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One daily run of the starter journey over a demo bank of any size, through the real engine,
 * ledgers and channel protocols; seconds per phase are the steps' own times.
 *
 * <p>{@code --customers N} (default 200,000), {@code --db h2|postgres} (default h2).
 */
public final class DailyBench {
  private final int customers;
  private final String database;

  private DailyBench(int customers, String database) {
    this.customers = customers;
    this.database = database;
  }

  public static void main(String[] args) throws Exception {
    int customers = 200_000;
    var database = "h2";
    for (int i = 0; i + 1 < args.length; i += 2) {
      switch (args[i]) {
        case "--customers" -> customers = Integer.parseInt(args[i + 1]);
        case "--db" -> database = args[i + 1];
        default -> throw new IllegalArgumentException("unknown option " + args[i]);
      }
    }
    System.exit(new DailyBench(customers, database).run());
  }

  private int run() throws Exception {
    var home = Files.createTempDirectory("waybot-bench");
    if (database.equals("postgres")) {
      try (var postgres = EmbeddedPostgres.builder().start()) {
        return measure(
            home,
            "--spring.datasource.url=" + postgres.getJdbcUrl("postgres", "postgres"),
            "--spring.datasource.username=postgres");
      }
    }
    return measure(home);
  }

  private int measure(Path home, String... databaseOptions)
      throws IOException, InterruptedException {
    var options = new ArrayList<>(List.of("--waybot.demo.customers=" + customers));
    options.addAll(List.of(databaseOptions));
    System.err.println("Loading " + customers + " customers …");
    try (var waybot = WaybotProcess.start(home, options.toArray(String[]::new))) {
      var run = finishedStarterRun(waybot.api("planner"));
      var line = line(run, waybot.pid());
      System.out.println(JsonMapper.builder().build().writeValueAsString(line));
      return run.path("conserved").asBoolean() ? 0 : 1;
    }
  }

  private static JsonNode finishedStarterRun(Api api) throws InterruptedException {
    var deadline = System.nanoTime() + Duration.ofMinutes(45).toNanos();
    while (System.nanoTime() < deadline) {
      var runs = api.get("/api/v1/runs?journey=deposit_daily").body().path("items");
      if (!runs.isEmpty()) {
        var run = runs.get(0);
        var state = run.path("state").asString();
        if (state.equals("FINISHED")) {
          return api.get("/api/v1/runs/" + run.path("id").asString()).body();
        }
        if (List.of("FAILED", "CANCELLED", "SKIPPED", "INCIDENT").contains(state)) {
          throw new IllegalStateException("the run ended as " + state + ": " + run);
        }
      }
      TimeUnit.SECONDS.sleep(1);
    }
    throw new IllegalStateException("the run did not finish in 45 minutes");
  }

  private Map<String, Object> line(JsonNode run, long pid) throws IOException {
    var phases = new LinkedHashMap<String, Double>();
    for (var step : run.path("steps")) {
      var name = step.path("elementId").asString() + "#" + step.path("pass").asInt();
      phases.put(name, seconds(step.path("startedAt"), step.path("finishedAt")));
    }
    double seconds = seconds(run.path("startedAt"), run.path("finishedAt"));
    var line = new LinkedHashMap<String, Object>();
    line.put("bench", "daily");
    line.put("db", database);
    line.put("customers", customers);
    line.put("audience", run.path("audience").path("total").asInt());
    line.put("seconds", seconds);
    line.put("phases", phases);
    line.put("customers_per_s", Math.round(customers / seconds));
    line.put("peak_rss_mb", peakRssMb(pid));
    line.put("conserved", run.path("conserved").asBoolean());
    return line;
  }

  private static double seconds(JsonNode from, JsonNode to) {
    var took = Duration.between(Instant.parse(from.asString()), Instant.parse(to.asString()));
    return took.toMillis() / 1000.0;
  }

  /** VmHWM of the process, MB; −1 where the system does not tell. */
  private static long peakRssMb(long pid) throws IOException {
    var status = Path.of("/proc/" + pid + "/status");
    if (!Files.exists(status)) {
      return -1;
    }
    return Files.readAllLines(status).stream()
        .filter(line -> line.startsWith("VmHWM:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024)
        .findFirst()
        .orElse(-1);
  }
}
