package io.waybot.e2e.bench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The embedded PostgreSQL of the benches and what it takes of the machine. */
final class BenchPostgres {
  /** {@code -Dwaybot.bench.statements=true}: for who looks for what costs most. */
  private static final boolean STATEMENTS = Boolean.getBoolean("waybot.bench.statements");

  private BenchPostgres() {}

  static EmbeddedPostgres start() throws IOException {
    var server =
        EmbeddedPostgres.builder()
            .setServerConfig("synchronous_commit", "on")
            .setServerConfig("shared_buffers", "1GB")
            .setServerConfig("max_wal_size", "8GB")
            .setServerConfig("work_mem", "32MB");
    if (STATEMENTS) {
      server.setServerConfig("shared_preload_libraries", "pg_stat_statements");
    }
    return server.start();
  }

  /** From now on every statement is counted, if that is asked for. */
  static void countStatements(EmbeddedPostgres postgres) throws SQLException {
    if (STATEMENTS) {
      try (var connection = postgres.getPostgresDatabase().getConnection();
          var statement = connection.createStatement()) {
        statement.execute("create extension if not exists pg_stat_statements");
        statement.execute("select pg_stat_statements_reset()");
      }
    }
  }

  /** What took the server most time since then, to the error output. */
  static void printStatements(EmbeddedPostgres postgres) throws SQLException {
    if (!STATEMENTS) {
      return;
    }
    try (var connection = postgres.getPostgresDatabase().getConnection();
        var statement = connection.createStatement();
        var row =
            statement.executeQuery(
                "select round(total_exec_time), calls, rows, shared_blks_hit, query from"
                    + " pg_stat_statements order by total_exec_time desc limit 40")) {
      while (row.next()) {
        System.err.printf(
            "%8d ms %7d calls %9d rows %9d blocks  %s%n",
            row.getLong(1),
            row.getLong(2),
            row.getLong(3),
            row.getLong(4),
            row.getString(5).replaceAll("\\s+", " "));
      }
    }
    try (var connection = postgres.getPostgresDatabase().getConnection();
        var statement = connection.createStatement();
        var row =
            statement.executeQuery(
                "select relname, n_tup_upd, n_tup_hot_upd, pg_total_relation_size(relid) >> 20 from"
                    + " pg_stat_user_tables where n_tup_upd > 1000 order by n_tup_upd desc")) {
      while (row.next()) {
        System.err.printf(
            "%s: %d updates, %d of them in the page and without indexes, %d MiB%n",
            row.getString(1), row.getLong(2), row.getLong(3), row.getLong(4));
      }
    }
  }

  /** Watches the server's memory until closed. */
  static Memory memory(@Nullable EmbeddedPostgres postgres) throws SQLException {
    return new Memory(postgres == null ? -1 : serverPid(postgres));
  }

  private static long serverPid(EmbeddedPostgres postgres) throws SQLException {
    try (var connection = postgres.getPostgresDatabase().getConnection();
        var statement = connection.createStatement();
        var row = statement.executeQuery("select pg_backend_pid()")) {
      row.next();
      return ProcessHandle.of(row.getLong(1)).flatMap(ProcessHandle::parent).orElseThrow().pid();
    }
  }

  /**
   * The largest sum of proportional set sizes of the server and its processes, seen every second:
   * what they share counts once.
   */
  static final class Memory implements AutoCloseable {
    private final long server;
    private final Thread watcher;
    private volatile long peakKb;

    private Memory(long server) {
      this.server = server;
      this.watcher = Thread.ofPlatform().name("db-memory").daemon().start(this::watch);
    }

    /** Processor time of the server and its processes, ended ones too; 0 without a server. */
    double cpuSeconds() {
      if (server < 0) {
        return 0;
      }
      double sum = ProcessCpu.seconds(server);
      for (var child :
          ProcessHandle.of(server).stream().flatMap(ProcessHandle::children).toList()) {
        sum += ProcessCpu.seconds(child.pid());
      }
      return sum;
    }

    /** −1 without a server of its own. */
    long peakMb() {
      return server < 0 ? -1 : peakKb / 1024;
    }

    private void watch() {
      try {
        while (server >= 0) {
          peakKb = Math.max(peakKb, sumKb());
          TimeUnit.SECONDS.sleep(1);
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }

    private long sumKb() {
      var handle = ProcessHandle.of(server);
      long sum = handle.map(process -> kb(process.pid())).orElse(0L);
      for (var child : handle.stream().flatMap(ProcessHandle::descendants).toList()) {
        sum += kb(child.pid());
      }
      return sum;
    }

    private static long kb(long pid) {
      try (var lines = Files.lines(Path.of("/proc/" + pid + "/smaps_rollup"))) {
        return lines
            .filter(line -> line.startsWith("Pss:"))
            .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
            .findFirst()
            .orElse(0);
      } catch (IOException | java.io.UncheckedIOException gone) {
        return 0;
      }
    }

    @Override
    public void close() {
      watcher.interrupt();
    }
  }
}
