package io.waybot.e2e.chaos;

import io.waybot.e2e.app.WaybotProcess;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A real PostgreSQL with a data directory of its own. Killed by the process id of its postmaster
 * and started again by its own {@code pg_ctl}.
 */
final class PostgresServer implements Database {
  private static final int TRIES = 20;

  private final EmbeddedPostgres first;
  private final Path data;
  private final Path programs;

  PostgresServer(Path home) throws IOException {
    data = home.resolve("postgres");
    first = EmbeddedPostgres.builder().setDataDirectory(data).setCleanDataDirectory(false).start();
    programs =
        Path.of(
                ProcessHandle.of(postmaster())
                    .flatMap(process -> process.info().command())
                    .orElseThrow())
            .getParent();
  }

  private long postmaster() throws IOException {
    return Long.parseLong(Files.readAllLines(data.resolve("postmaster.pid")).getFirst().strip());
  }

  @Override
  public List<String> options() {
    return List.of("--spring.datasource.url=" + url(), "--spring.datasource.username=" + user());
  }

  @Override
  public String url() {
    return first.getJdbcUrl("postgres", "postgres");
  }

  @Override
  public String user() {
    return "postgres";
  }

  @Override
  public boolean killable() {
    return true;
  }

  /** Its children need a moment to notice; until they have, a new one refuses to start. */
  @Override
  public void killAndStart() throws IOException, InterruptedException {
    WaybotProcess.kill9(postmaster());
    for (int i = 1; i <= TRIES; i++) {
      if (pgCtl("-w", "-o", "-p " + first.getPort(), "start")) {
        return;
      }
      TimeUnit.MILLISECONDS.sleep(500);
    }
    throw new IllegalStateException("PostgreSQL did not start again, see " + data);
  }

  private boolean pgCtl(String... arguments) throws IOException, InterruptedException {
    var command = new ArrayList<String>();
    if ("root".equals(System.getProperty("user.name"))) {
      command.addAll(List.of("unshare", "-U")); // PostgreSQL refuses to run as root
    }
    command.addAll(List.of(programs.resolve("pg_ctl").toString(), "-D", data.toString()));
    command.addAll(List.of(arguments));
    var log = new File(data.toFile(), "restarts.log");
    return new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
            .start()
            .waitFor()
        == 0;
  }

  @Override
  public void close() throws IOException {
    try {
      pgCtl("-m", "immediate", "stop");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    first.close();
  }
}
