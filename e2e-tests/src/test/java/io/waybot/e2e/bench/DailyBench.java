package io.waybot.e2e.bench;

import io.waybot.e2e.app.WaybotProcess;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One daily run over a generated bank of any size, by the real engine, robots and ledgers: pull,
 * filter, split, score, decide among twenty candidates, dispatch to gateways inside the process,
 * receipts, evaluate, write back. The clock runs from {@code POST /runs} to FINISHED; the data are
 * there before.
 *
 * <p>{@code --customers N} (default 200,000), {@code --db h2|postgres} (default h2; a floor is
 * measured on PostgreSQL only), {@code --peer spring-batch} (with PostgreSQL).
 */
public final class DailyBench {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int LOADING_MINUTES = 20;
  private static final int RUNNING_MINUTES = 45;
  private final int customers;
  private final String database;
  private final boolean peer;

  private DailyBench(int customers, String database, boolean peer) {
    this.customers = customers;
    this.database = database;
    this.peer = peer;
  }

  public static void main(String[] args) throws Exception {
    int customers = 200_000;
    var database = "h2";
    var peer = "";
    for (int i = 0; i + 1 < args.length; i += 2) {
      switch (args[i]) {
        case "--customers" -> customers = Integer.parseInt(args[i + 1]);
        case "--db" -> database = args[i + 1];
        case "--peer" -> peer = args[i + 1];
        default -> throw new IllegalArgumentException("unknown option " + args[i]);
      }
    }
    System.exit(new DailyBench(customers, database, peer.equals("spring-batch")).run());
  }

  /** Prints the line; answers 0 if every customer and message is accounted for. */
  private int run() throws Exception {
    Map<String, Object> line;
    if (database.equals("h2")) {
      line = measure(Files.createTempDirectory("waybot-bench"), null);
    } else {
      try (var postgres = BenchPostgres.start()) {
        line = measure(Files.createTempDirectory("waybot-bench"), postgres);
        addFloor(line, new DailyFloor(postgres, customers).seconds());
        if (peer) {
          addPeer(line, postgres);
        }
      }
    }
    System.out.println(JSON.writeValueAsString(line));
    return Boolean.TRUE.equals(line.get("conserved")) ? 0 : 1;
  }

  private static void addFloor(Map<String, Object> line, Map<String, Double> floor) {
    double seconds = floor.values().stream().mapToDouble(Double::doubleValue).sum();
    line.put("floor_seconds", rounded(seconds));
    line.put("ratio_to_floor", rounded((double) line.get("seconds") / seconds));
    line.put("floor", floor);
  }

  /**
   * Against the peer, in two ways. {@code peer_ratio}: all of our pull, score and decide, although
   * decide also reads the window's customers, asks every rule about twenty candidates each and
   * plans within capacities, of which the peer does nothing. {@code peer_same_ratio}: only what
   * both do, pull, score and writing the treatments with all that we write beside them.
   */
  private static void addPeer(Map<String, Object> line, EmbeddedPostgres postgres)
      throws Exception {
    try (var pool = BatchPeer.pool(postgres.getJdbcUrl("postgres", "postgres"))) {
      var job = new BatchPeer(pool);
      double one = job.seconds(1);
      double two = job.seconds(2);
      double ours = seconds(line, "phases", "pull", "score", "decide");
      double same =
          seconds(line, "phases", "pull", "score") + seconds(line, "decide_parts", "write");
      line.put("peer_seconds", List.of(one, two));
      line.put("peer_phases_seconds", rounded(ours));
      line.put("peer_ratio", List.of(rounded(one / ours), rounded(two / ours)));
      line.put("peer_same_seconds", rounded(same));
      line.put("peer_same_ratio", List.of(rounded(one / same), rounded(two / same)));
    }
  }

  private static double seconds(Map<String, Object> line, String parts, String... names) {
    @SuppressWarnings("unchecked")
    var seconds = (Map<String, Double>) Objects.requireNonNull(line.get(parts));
    return Stream.of(names).mapToDouble(name -> Objects.requireNonNull(seconds.get(name))).sum();
  }

  private static double rounded(double number) {
    return Math.round(number * 100) / 100.0;
  }

  private Map<String, Object> measure(Path home, @Nullable EmbeddedPostgres postgres)
      throws IOException, InterruptedException, SQLException {
    var options =
        new ArrayList<>(
            List.of(
                "--waybot.demo.enabled=false",
                "--waybot.bench.customers=" + customers,
                "--vaadin.productionMode=true"));
    for (var channel : BenchGateways.CHANNELS) {
      var endpoint = "--waybot.channel." + channel;
      var scheme = channel.equals("email") ? "smtp" : "http";
      options.add(endpoint + ".url=" + scheme + "://127.0.0.1:9"); // nothing is there: never called
      options.add(endpoint + ".account=bench");
      options.add(endpoint + ".sender=bench@example.com");
      options.add(endpoint + ".secret=" + BenchGateways.SECRET);
    }
    if (postgres != null) {
      options.add("--spring.datasource.url=" + postgres.getJdbcUrl("postgres", "postgres"));
      options.add("--spring.datasource.username=postgres");
    }
    System.err.println("Loading " + customers + " customers; logs in " + home + " …");
    try (var waybot = WaybotProcess.start(home, program(), options)) {
      var date = await(home, BenchBank.READY, LOADING_MINUTES);
      System.err.println("Running …");
      try (var memory = BenchPostgres.memory(postgres)) {
        if (postgres != null) {
          BenchPostgres.countStatements(postgres);
        }
        var before = cpu(waybot, memory);
        var api = waybot.api("planner");
        var started = api.post("/api/v1/runs", wanted(date));
        if (started.status() != 202) {
          throw new IllegalStateException("no run: " + started.body());
        }
        var facts = JSON.readTree(await(home, BenchBank.DONE, RUNNING_MINUTES));
        var run = api.get("/api/v1/runs/" + facts.path("run").asString()).body();
        if (!run.path("state").asString().equals("FINISHED")) {
          throw new IllegalStateException("the run ended as " + run);
        }
        var line = line(run, facts, DecideParts.of(home));
        line.put("peak_rss_mb", ProcessMemory.peakMb(waybot.pid()));
        line.put("engine_rss_mb", ProcessMemory.peakMb(waybot.enginePid()));
        line.put("db_rss_mb", memory.peakMb());
        var cpu = cpu(waybot, memory);
        cpu.replaceAll((process, seconds) -> rounded(seconds - before.getOrDefault(process, 0.0)));
        line.put("cpu_seconds", cpu);
        if (postgres != null) {
          BenchPostgres.printStatements(postgres);
        }
        return line;
      }
    }
  }

  /** Processor time so far: what a shared machine's clock does not tell. */
  private static Map<String, Double> cpu(WaybotProcess waybot, BenchPostgres.Memory server) {
    var cpu = new LinkedHashMap<String, Double>();
    cpu.put("app", ProcessCpu.seconds(waybot.pid()));
    cpu.put("engine", ProcessCpu.seconds(waybot.enginePid()));
    cpu.put("db", server.cpuSeconds());
    return cpu;
  }

  private static String wanted(String date) {
    return JSON.writeValueAsString(Map.of("journey", BenchBank.JOURNEY, "businessDate", date));
  }

  /**
   * Java's options, as the launcher sets them, and class path for the application: ours without
   * other modules' tests.
   */
  private static List<String> program() {
    var classPath =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(entry -> entry.contains("e2e-tests") || !isTests(entry))
            .collect(Collectors.joining(File.pathSeparator));
    var program =
        new ArrayList<>(
            List.of(
                "-Xmx" + System.getProperty("waybot.bench.heap", "1200m"), "-XX:+UseParallelGC"));
    var recording = System.getProperty("waybot.bench.recording");
    if (recording != null) {
      program.add("-XX:StartFlightRecording=filename=" + recording + ",settings=profile");
    }
    program.addAll(List.of("-cp", classPath, BenchApplication.class.getName()));
    return program;
  }

  private static boolean isTests(String entry) {
    return entry.endsWith("-tests.jar") || entry.endsWith("test-classes");
  }

  /** Waits for a file of the application and answers its text. */
  private static String await(Path home, String file, int minutes)
      throws IOException, InterruptedException {
    var deadline = System.nanoTime() + Duration.ofMinutes(minutes).toNanos();
    while (System.nanoTime() < deadline) {
      if (Files.exists(home.resolve(file))) {
        return Files.readString(home.resolve(file));
      }
      if (Files.exists(home.resolve(BenchBank.FAILED))) {
        throw new IllegalStateException(Files.readString(home.resolve(BenchBank.FAILED)));
      }
      TimeUnit.MILLISECONDS.sleep(100);
    }
    throw new IllegalStateException(
        "not done after " + minutes + " minutes; see " + home.resolve("logs/waybot.log"));
  }

  private Map<String, Object> line(JsonNode run, JsonNode facts, Map<String, Double> parts) {
    double seconds = seconds(run.path("startedAt"), run.path("finishedAt"));
    var line = new LinkedHashMap<String, Object>();
    line.put("bench", "daily");
    line.put("db", database);
    line.put("customers", customers);
    line.put("sent", facts.path("sent").asInt());
    line.put("receipts", facts.path("receipts").asInt());
    line.put("seconds", seconds);
    line.put("phases", phases(run));
    line.put("decide_parts", parts);
    line.put("customers_per_s", Math.round(customers / seconds));
    line.put("trace_mb", facts.path("trace_mb").asInt());
    line.put("live_count_seconds", facts.path("live_count_seconds"));
    line.put("conserved", conserved(run, facts));
    return line;
  }

  /** Every customer accounted for, and every message reported, written back and sent once. */
  private boolean conserved(JsonNode run, JsonNode facts) {
    var audience = run.path("audience");
    return run.path("conserved").asBoolean()
        && audience.path("total").asInt() == customers
        && facts.path("sent").asInt() >= 0.6 * customers
        && facts.path("receipts").asInt() == facts.path("sent").asInt()
        && facts.path("written_back").asInt()
            == audience.path("treatment").asInt() + audience.path("control").asInt();
  }

  /** Seconds by step; the four sends, which work side by side, are one. */
  private static Map<String, Double> phases(JsonNode run) {
    var first = new LinkedHashMap<String, Instant>();
    var last = new LinkedHashMap<String, Instant>();
    for (var step : run.path("steps")) {
      var id = step.path("elementId").asString();
      var name = id.startsWith("send_") ? "dispatch" : id;
      first.merge(
          name, Instant.parse(step.path("startedAt").asString()), (a, b) -> a.isBefore(b) ? a : b);
      last.merge(
          name, Instant.parse(step.path("finishedAt").asString()), (a, b) -> a.isAfter(b) ? a : b);
    }
    var phases = new LinkedHashMap<String, Double>();
    first.forEach((name, from) ->
        phases.put(name, Duration.between(from, last.get(name)).toMillis() / 1000.0));
    return phases;
  }

  private static double seconds(JsonNode from, JsonNode to) {
    return Duration.between(Instant.parse(from.asString()), Instant.parse(to.asString())).toMillis()
        / 1000.0;
  }
}
