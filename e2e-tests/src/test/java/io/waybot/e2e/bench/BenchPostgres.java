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
  private BenchPostgres() {}

  static EmbeddedPostgres start() throws IOException {
    return EmbeddedPostgres.builder()
        .setServerConfig("synchronous_commit", "on")
        .setServerConfig("shared_buffers", "1GB")
        .setServerConfig("max_wal_size", "8GB")
        .setServerConfig("work_mem", "32MB")
        .start();
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
