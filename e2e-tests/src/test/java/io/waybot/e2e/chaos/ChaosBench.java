package io.waybot.e2e.chaos;

import java.nio.file.Files;
import java.util.Locale;
import tools.jackson.databind.json.JsonMapper;

/**
 * kill -9 of the sending application and of PostgreSQL at random moments, while a provider drops,
 * delays, answers 500 after it took a message and reports receipts twice, and customers opt out.
 *
 * <p>{@code --messages N} (default 3,000), {@code --kills K} (8), {@code --db postgres|h2}
 * (postgres; on h2 only the application is killed), {@code --gateway idempotent|queryable|plain}
 * (idempotent), {@code --seed S}. Prints one JSON line; the exit status is 1 when a promise was
 * broken.
 */
public final class ChaosBench {
  private ChaosBench() {}

  public static void main(String[] args) throws Exception {
    int messages = 3_000;
    int kills = 8;
    long seed = System.nanoTime();
    var database = "postgres";
    var gateway = Gateway.IDEMPOTENT;
    for (int i = 0; i + 1 < args.length; i += 2) {
      switch (args[i]) {
        case "--messages" -> messages = Integer.parseInt(args[i + 1]);
        case "--kills" -> kills = Integer.parseInt(args[i + 1]);
        case "--seed" -> seed = Long.parseLong(args[i + 1]);
        case "--db" -> database = args[i + 1];
        case "--gateway" -> gateway = Gateway.valueOf(args[i + 1].toUpperCase(Locale.ROOT));
        default -> throw new IllegalArgumentException("unknown option " + args[i]);
      }
    }
    var lines = System.out;
    System.setOut(System.err); // PostgreSQL's programs talk; only the result is for programs
    var report = run(messages, kills, database, gateway, seed);
    lines.println(JsonMapper.builder().build().writeValueAsString(report.line(database)));
    System.exit(report.violations().isEmpty() ? 0 : 1);
  }

  private static ChaosReport run(int messages, int kills, String kind, Gateway gateway, long seed)
      throws Exception {
    var home = Files.createTempDirectory("waybot-chaos");
    System.err.println("seed " + seed + ", home " + home);
    try (var database = kind.equals("h2") ? new Database.H2File(home) : new PostgresServer(home)) {
      return new ChaosRun(home, database, gateway, messages, kills, seed).play();
    }
  }
}
