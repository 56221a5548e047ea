package io.waybot.e2e.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * One installation as a bank runs it: the packed application in a process of its own, with its
 * engine as that process's child. {@link #kill9} ends either like a power switch.
 */
public final class WaybotProcess implements AutoCloseable {
  public static final String PASSWORD = "e2e-password";
  private final Path home;
  private final int port;
  private final List<String> program;
  private final List<String> options;
  private Process process;

  private WaybotProcess(Path home, int port, List<String> program, List<String> options) {
    this.home = home;
    this.port = port;
    this.program = program;
    this.options = options;
    this.process = launch();
  }

  /**
   * Starts an installation and waits until it answers that it is up.
   *
   * @param options further application options, {@code --waybot.demo.customers=2000} …
   */
  public static WaybotProcess start(Path home, String... options) {
    return start(
        home, List.of("-Xmx1200m", "-jar", Project.applicationJar().toString()), List.of(options));
  }

  /**
   * Starts another program around the same application.
   *
   * @param program options of Java and what it is to run
   */
  public static WaybotProcess start(Path home, List<String> program, List<String> options) {
    var started = new WaybotProcess(home, FreePorts.thirteenInARow(), program, options);
    try {
      started.awaitUp();
    } catch (IllegalStateException notUp) {
      started.close();
      throw notUp;
    }
    return started;
  }

  public Path home() {
    return home;
  }

  public int port() {
    return port;
  }

  public String url() {
    return "http://127.0.0.1:" + port;
  }

  public Api api(String login) {
    return new Api(url(), login, PASSWORD);
  }

  public long pid() {
    return process.pid();
  }

  public long enginePid() {
    try {
      return Long.parseLong(Files.readString(home.resolve("engine/engine.pid")).strip());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Ends a process like a power switch and waits until it is gone. */
  public static void kill9(long pid) {
    ProcessHandle.of(pid)
        .ifPresent(process -> {
          process.destroyForcibly();
          awaitEnd(process);
        });
  }

  /** Starts the application again in the same home. */
  public void restart() {
    process = launch();
    awaitUp();
  }

  /**
   * Ends the application and its engine at once, for an installation that nobody looks at again.
   */
  public void kill() {
    kill9(pid());
    if (Files.exists(home.resolve("engine/engine.pid"))) {
      kill9(enginePid());
    }
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(40, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (Files.exists(home.resolve("engine/engine.pid"))) {
      kill9(enginePid());
    }
  }

  private Process launch() {
    var command =
        new ArrayList<>(
            List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "--enable-native-access=ALL-UNNAMED",
                "--add-opens=java.base/java.nio=ALL-UNNAMED"));
    command.addAll(program);
    command.addAll(
        List.of(
            "--server.port=" + port,
            "--waybot.home=" + home,
            "--waybot.engine.dist=" + Project.engineDistribution(),
            "--waybot.engine.exporter-jar=" + Project.exporterJar()));
    command.addAll(options);
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("WAYBOT_DEMO_PASSWORD", PASSWORD);
    builder.environment().put("OMP_WAIT_POLICY", "PASSIVE");
    try {
      Files.createDirectories(home.resolve("logs"));
      builder.redirectOutput(
          ProcessBuilder.Redirect.appendTo(home.resolve("logs/console.log").toFile()));
      return builder.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void awaitUp() {
    var deadline = System.nanoTime() + Duration.ofMinutes(10).toNanos();
    while (System.nanoTime() < deadline) {
      if (!process.isAlive()) {
        throw new IllegalStateException(
            "ended while starting; see " + home.resolve("logs/console.log"));
      }
      if (Api.anonymous(url()).isUp()) {
        return;
      }
      pause();
    }
    throw new IllegalStateException("not up after 10 minutes; see " + home.resolve("logs"));
  }

  private static void awaitEnd(ProcessHandle ended) {
    var deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (ended.isAlive() && System.nanoTime() < deadline) {
      pause();
    }
  }

  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(200);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
