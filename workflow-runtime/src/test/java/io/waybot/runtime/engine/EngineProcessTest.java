package io.waybot.runtime.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.camunda.client.CamundaClient;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Real engines: started, killed, adopted, replaced. */
@Timeout(180)
class EngineProcessTest {
  @TempDir Path home;
  private final EnginePorts ports = new EnginePorts(SharedEngine.freeBase());
  private final EngineProbe probe = new EngineProbe(ports);
  private final List<Object> events = new CopyOnWriteArrayList<>();
  private final CamundaClient client =
      CamundaClient.newClientBuilder()
          .grpcAddress(URI.create("http://127.0.0.1:" + ports.gateway()))
          .preferRestOverGrpc(false)
          .build();
  private EngineFiles files = new EngineFiles(Path.of("unset"));

  @BeforeEach
  void useTheHome() {
    files = new EngineFiles(home);
  }

  @AfterEach
  void stopWhateverRuns() {
    client.close();
    files.recordedProcess().ifPresent(ProcessHandle::destroyForcibly);
  }

  @Test
  void isStartedAgainWhenItDiesAdoptedWhenWeDieAndReplacedWhenItsSettingsChange()
      throws IOException {
    var first = supervisor("512m");
    first.start();
    awaitUp(first);
    long pid = Objects.requireNonNull(first.status().pid());
    ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
    Awaitility.await()
        .atMost(Duration.ofSeconds(90))
        .until(() -> first.status().isUp() && !Objects.equals(first.status().pid(), pid));
    long second = Objects.requireNonNull(first.status().pid());
    assertThat(events).hasSize(2).allMatch(events.getFirst()::equals);

    assertThatThrownBy(() -> supervisor("512m").start()).hasMessageContaining("Another Waybot");
    first.abandon();
    var adopting = supervisor("512m");
    adopting.start();
    awaitUp(adopting);
    assertThat(adopting.status().pid()).isEqualTo(second);

    adopting.abandon();
    var replacing = supervisor("400m");
    replacing.start();
    awaitUp(replacing);
    long third = Objects.requireNonNull(replacing.status().pid());
    assertThat(third).isNotEqualTo(second);
    assertThat(ProcessHandle.of(second).filter(ProcessHandle::isAlive)).isEmpty();

    replacing.stop();
    assertThat(ProcessHandle.of(third).filter(ProcessHandle::isAlive)).isEmpty();
    assertThat(files.recordedProcess()).isEmpty();
  }

  private EngineSupervisor supervisor(String heap) throws IOException {
    var dir =
        Files.createDirectories(
            Path.of(System.getProperty("waybot.test.dir", "target")).toAbsolutePath());
    var archive = Path.of(Objects.requireNonNull(System.getProperty("waybot.test.engine.dist")));
    var dist = new EngineDistribution(archive, dir.resolve("engine")).directory();
    var jar = home.resolve("exporter.jar");
    if (Files.notExists(jar)) {
      Files.copy(SharedEngine.exporterJar(dir), jar);
    }
    var files = new EngineFiles(home);
    var host =
        new EmbeddedEngine(
            files,
            new EngineProcess(files, ports, probe),
            probe,
            new EngineTopology(client),
            () ->
                new EngineLine(
                    Path.of(System.getProperty("java.home"), "bin", "java"),
                    dist,
                    files,
                    ports,
                    jar,
                    "http://127.0.0.1:9/",
                    files.engineId(),
                    heap,
                    false));
    var settings =
        new EngineSettings(
            EngineSettings.Mode.EMBEDDED, List.of(), (UUID) null, null, null, null, true, heap);
    return new EngineSupervisor(settings, host, events::add);
  }

  private static void awaitUp(EngineSupervisor supervisor) {
    Awaitility.await().atMost(Duration.ofSeconds(90)).until(() -> supervisor.status().isUp());
  }
}
