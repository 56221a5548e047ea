package io.waybot.runtime.robot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.waybot.runtime.engine.EngineInstallation;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** An application and its engine as two processes, each killed in the middle of a run. */
@Timeout(300)
class KilledProcessesTest {
  private static final Duration PATIENCE = Duration.ofSeconds(120);

  @TempDir Path home;
  private final int port = EngineInstallation.freePort();
  private List<String> arguments = List.of();
  private @Nullable Process app;

  @AfterEach
  void endWhatIsLeft() throws IOException {
    if (app != null) {
      app.destroyForcibly();
    }
    if (Files.exists(home.resolve("engine/engine.pid"))) {
      ProcessHandle.of(enginePid()).ifPresent(ProcessHandle::destroyForcibly);
    }
  }

  @BeforeEach
  void install() throws IOException {
    arguments = List.of(EngineInstallation.arguments(port, home));
  }

  @Test
  void finishesTheRunWithEachEffectOnceAfterKillingTheApplicationAndThenTheEngine()
      throws Exception {
    app = launch();
    awaitFile("pulling");
    long engine = enginePid();

    app.destroyForcibly().waitFor();
    assertThat(ProcessHandle.of(engine).filter(ProcessHandle::isAlive))
        .as("the engine outlives us")
        .isPresent();
    touch("go-pull");
    app = launch();
    awaitFile("parked");
    assertThat(enginePid()).as("adopted, not replaced").isEqualTo(engine);

    ProcessHandle.of(engine).ifPresent(ProcessHandle::destroyForcibly);
    touch("go-send");
    awaitFile("finished");
    assertThat(enginePid()).isNotEqualTo(engine);
    stopPolitely();

    var sql = JdbcClient.create(new DriverManagerDataSource(url(), "sa", ""));
    assertThat(sql.sql("select state from run").query(String.class).list())
        .containsExactly("FINISHED");
    assertThat(
            sql.sql("select element_id from effect order by element_id").query(String.class).list())
        .containsExactly("pull", "report", "send");
    assertThat(
            sql.sql(
                    "select element_id || '#' || pass || ' ' || state from robot_step order by"
                        + " element_id")
                .query(String.class)
                .list())
        .containsExactly("pull#1 DONE", "report#1 DONE", "send#1 DONE");
    assertThat(
            sql.sql("select attempts from robot_step where element_id = 'pull'")
                .query(Integer.class)
                .single())
        .as("the killed attempt is counted")
        .isEqualTo(2);
    assertThat(
            sql.sql(
                    "select element_id from engine_element where state = 'COMPLETED' order by"
                        + " element_id")
                .query(String.class)
                .list())
        .containsExactly("end", "pull", "report", "send", "start", "wait");
  }

  private void stopPolitely() throws Exception {
    long engine = enginePid();
    var process = app;
    assertThat(process).isNotNull();
    process.destroy();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(ProcessHandle.of(engine).filter(ProcessHandle::isAlive))
        .as("the engine goes with us")
        .isEmpty();
  }

  private Process launch() throws IOException {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-Xmx512m", "-cp", System.getProperty("java.class.path"), KillableApp.class.getName()));
    command.addAll(arguments);
    command.addAll(
        List.of(
            "--spring.datasource.url=" + url(),
            "--waybot.robot.lease=5s",
            "--spring.quartz.job-store-type=memory"));
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(new File(home.toFile(), "app.out")))
        .start();
  }

  private String url() {
    return "jdbc:h2:file:"
        + home.resolve("db/waybot")
        + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE";
  }

  private long enginePid() throws IOException {
    return Long.parseLong(Files.readString(home.resolve("engine/engine.pid")).strip());
  }

  private void awaitFile(String name) {
    await()
        .atMost(PATIENCE)
        .untilAsserted(() ->
            assertThat(Files.exists(home.resolve(name)))
                .as("%s, see %s", name, lastOutput())
                .isTrue());
  }

  private String lastOutput() throws IOException {
    var file = home.resolve("app.out");
    var lines = Files.exists(file) ? Files.readAllLines(file) : List.<String>of();
    return String.join("\n", lines.subList(Math.max(0, lines.size() - 30), lines.size()));
  }

  private void touch(String name) throws IOException {
    Files.writeString(home.resolve(name), "");
  }
}
