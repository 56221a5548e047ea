package io.waybot.runtime.engine;

import com.sun.net.httpserver.HttpServer;
import io.camunda.client.CamundaClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadLocalRandom;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One real engine for all tests of a JVM: started when first asked for, stopped when the JVM ends.
 * Its events go to every application that listens, so that several Spring contexts (H2, PostgreSQL)
 * can use it in turn.
 */
public final class SharedEngine {
  private static final Logger LOG = LoggerFactory.getLogger(SharedEngine.class);
  private static @Nullable SharedEngine instance;

  private final List<Listener> listeners = new CopyOnWriteArrayList<>();
  private final EngineFiles files;
  private final EnginePorts ports = new EnginePorts(freeBase());
  private final EngineProcess process;
  private final EngineLine line;
  private final CamundaClient client;
  private final EmbeddedEngine engine;

  /** Takes a batch of the exporter; throwing means: not taken, ask again. */
  public interface Listener {
    void take(UUID engineId, String batchJson);
  }

  private SharedEngine() throws IOException {
    var dir =
        Files.createDirectories(
            Path.of(System.getProperty("waybot.test.dir", "target")).toAbsolutePath());
    var probe = new EngineProbe(ports);
    files = new EngineFiles(Files.createTempDirectory(dir, "engine-home"));
    process = new EngineProcess(files, ports, probe);
    line = line(dir);
    client =
        CamundaClient.newClientBuilder()
            .grpcAddress(URI.create(address()))
            .preferRestOverGrpc(false)
            .build();
    engine = new EmbeddedEngine(files, process, probe, new EngineTopology(client), () -> line);
    Runtime.getRuntime().addShutdownHook(new Thread(this::stop));
  }

  /** The running engine. */
  public static synchronized SharedEngine get() {
    try {
      if (instance == null) {
        instance = new SharedEngine();
        instance.start();
      }
      return instance;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Properties that point an application at this engine. */
  public List<String> properties() {
    return List.of(
        "waybot.engine.autostart=false",
        "waybot.engine.addresses=" + address(),
        "waybot.engine.id=" + line.engineId());
  }

  public UUID id() {
    return line.engineId();
  }

  public void listen(Listener listener) {
    listeners.add(listener);
  }

  public void forget(Listener listener) {
    listeners.remove(listener);
  }

  /** Kills the engine's process as {@code kill -9} does and starts it again on the same data. */
  public void killAndRestart() {
    ProcessHandle.of(Objects.requireNonNull(engine.pid()))
        .ifPresent(child -> {
          child.destroyForcibly();
          child.onExit().join();
        });
    start();
  }

  /** What time it is for the engine. */
  public Instant clock() throws IOException {
    return new EngineProbe(ports).clock();
  }

  /** Puts the engine's clock forward. */
  public void clockTo(Instant wanted) throws IOException {
    engine.clockTo(wanted);
  }

  private void start() {
    try {
      engine.start();
      engine.awaitReady();
    } catch (InterruptedException | EngineDied e) {
      throw new IllegalStateException(e);
    }
  }

  private void stop() {
    engine.stop();
    client.close();
  }

  private String address() {
    return "http://127.0.0.1:" + ports.gateway();
  }

  private EngineLine line(Path dir) throws IOException {
    var archive =
        Path.of(
            Objects.requireNonNull(
                System.getProperty("waybot.test.engine.dist"), "waybot.test.engine.dist"));
    return new EngineLine(
        Path.of(System.getProperty("java.home"), "bin", "java"),
        new EngineDistribution(archive, dir.resolve("engine")).directory(),
        files,
        ports,
        exporterJar(dir),
        "http://127.0.0.1:" + relay() + "/",
        files.engineId(),
        "512m",
        true);
  }

  /** The exporter as a jar, also when Maven has only compiled its classes so far. */
  static Path exporterJar(Path dir) throws IOException {
    try {
      var entry = "io/waybot/engine/exporter/WaybotExporter.class";
      var url =
          Objects.requireNonNull(
              SharedEngine.class.getClassLoader().getResource(entry),
              "exporter not on the class path");
      if (url.getProtocol().equals("jar")) {
        return Path.of(URI.create(url.getPath().substring(0, url.getPath().indexOf('!'))));
      }
      var classes = Path.of(url.toURI()).getParent();
      var jar = Files.createTempFile(dir, "exporter", ".jar");
      try (var out = new JarOutputStream(Files.newOutputStream(jar));
          var files = Files.list(classes)) {
        for (var file : files.filter(f -> f.toString().endsWith(".class")).sorted().toList()) {
          out.putNextEntry(new JarEntry("io/waybot/engine/exporter/" + file.getFileName()));
          Files.copy(file, out);
        }
      }
      return jar;
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private int relay() throws IOException {
    var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        call -> {
          var batch = new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
          call.sendResponseHeaders(taken(batch) ? 204 : 503, -1);
          call.close();
        });
    server.start();
    return server.getAddress().getPort();
  }

  /** While no application runs, events wait in the engine, as in production. */
  private boolean taken(String batch) {
    if (listeners.isEmpty()) {
      return false;
    }
    try {
      listeners.forEach(listener -> listener.take(id(), batch));
      return true;
    } catch (RuntimeException e) {
      LOG.warn("a listener did not take {}", batch, e);
      return false;
    }
  }

  /**
   * A port with five free ones behind it. Below the range from which the system deals ports to
   * outgoing connections, or one of ours could be dealt out between this look and the engine's.
   */
  static int freeBase() {
    for (int attempt = 0; attempt < 200; attempt++) {
      int base = ThreadLocalRandom.current().nextInt(10_000, 20_000);
      try (var socket = new ServerSocket(base, 1, InetAddress.getLoopbackAddress())) {
        new EnginePorts(socket.getLocalPort()).refuseTaken();
        return base;
      } catch (IOException | EngineNotStartable e) {
        continue; // somebody sits in the range, look elsewhere
      }
    }
    throw new IllegalStateException("No free range of ports found");
  }
}
