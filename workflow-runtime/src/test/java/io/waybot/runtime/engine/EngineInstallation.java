package io.waybot.runtime.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/** What a whole application needs in a test to start an engine of its own. */
public final class EngineInstallation {
  private EngineInstallation() {}

  /** A port with five free ones behind it. */
  public static int freePort() {
    return SharedEngine.freeBase();
  }

  /** Program arguments: this port, this home, an engine, no demo. */
  public static String[] arguments(int port, Path home) throws IOException {
    var dir =
        Files.createDirectories(
            Path.of(System.getProperty("waybot.test.dir", "target")).toAbsolutePath());
    var archive = Path.of(Objects.requireNonNull(System.getProperty("waybot.test.engine.dist")));
    return new String[] {
      "--server.port=" + port,
      "--waybot.home=" + home,
      "--waybot.demo.enabled=false",
      "--waybot.engine.dist=" + new EngineDistribution(archive, dir.resolve("engine")).directory(),
      "--waybot.engine.exporter-jar=" + SharedEngine.exporterJar(dir),
      "--waybot.engine.max-heap=512m",
      "--spring.main.banner-mode=off"
    };
  }
}
