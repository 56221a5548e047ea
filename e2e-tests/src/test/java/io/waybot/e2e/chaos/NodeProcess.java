package io.waybot.e2e.chaos;

import io.waybot.e2e.app.FreePorts;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** One {@link ChaosNode}: started, killed, started again with the same options. */
final class NodeProcess implements AutoCloseable {
  private static final int CONNECT_MILLIS = 1_000;

  private final Path home;
  private final int port;
  private final List<String> options;
  private volatile boolean settled;
  private Process process;

  NodeProcess(Path home, List<String> options) throws IOException {
    this.home = home;
    this.options = options;
    port = FreePorts.thirteenInARow(); // no one else's, not even while it is down
    Files.createDirectories(home.resolve("logs"));
    process = launch();
  }

  String url() {
    return "http://127.0.0.1:" + port;
  }

  /** It said that nothing is on its way any more. */
  boolean settled() {
    return settled;
  }

  boolean alive() {
    return process.isAlive();
  }

  /** Whether all of it has started: its port opens last. */
  boolean open() {
    try (var socket = new Socket()) {
      socket.connect(new InetSocketAddress("127.0.0.1", port), CONNECT_MILLIS);
      return true;
    } catch (IOException notYet) {
      return false;
    }
  }

  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  void start() throws IOException {
    process = launch();
  }

  private Process launch() throws IOException {
    var command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                ChaosNode.class.getName(),
                "--server.port=" + port,
                "--waybot.home=" + home,
                "--waybot.demo.enabled=false",
                "--logging.threshold.console=OFF"));
    command.addAll(options);
    var started =
        new ProcessBuilder(command)
            .redirectError(
                ProcessBuilder.Redirect.appendTo(new File(home.toFile(), "logs/console.log")))
            .start();
    Thread.ofVirtual().start(() -> listen(started));
    return started;
  }

  private void listen(Process to) {
    try (var lines =
        new BufferedReader(new InputStreamReader(to.getInputStream(), StandardCharsets.UTF_8))) {
      for (var line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.equals(ChaosNode.SETTLED)) {
          settled = true;
        }
      }
    } catch (IOException e) {
      // It was killed in the middle of a line.
    }
  }

  @Override
  public void close() throws InterruptedException {
    kill();
  }
}
