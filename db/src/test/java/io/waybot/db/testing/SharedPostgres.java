package io.waybot.db.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** One PostgreSQL for all tests of a module; each test gets an empty database of its own. */
final class SharedPostgres {
  private static @Nullable EmbeddedPostgres server;

  private SharedPostgres() {}

  /** JDBC URL of a new, empty database. */
  static synchronized String newDatabase() {
    try {
      var running = server == null ? start() : server;
      server = running;
      var name = "t" + UUID.randomUUID().toString().replace("-", "");
      new JdbcTemplate(running.getPostgresDatabase()).execute("create database " + name);
      return running.getJdbcUrl("postgres", name);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static EmbeddedPostgres start() throws IOException {
    var directory = Files.createTempDirectory("waybot-postgres");
    var started =
        EmbeddedPostgres.builder()
            .setDataDirectory(directory.resolve("data"))
            .setCleanDataDirectory(false)
            .setRegisterShutdownHook(false)
            .start();
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(started, directory)));
    return started;
  }

  /**
   * Hundreds of databases are some hundred thousand files: another process removes them, or the
   * tests would end half a minute later.
   */
  private static void stop(EmbeddedPostgres server, Path directory) {
    try {
      server.close();
      new ProcessBuilder("rm", "-rf", directory.toString()).start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
