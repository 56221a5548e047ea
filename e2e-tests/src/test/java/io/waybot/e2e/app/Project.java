package io.waybot.e2e.app;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where the built parts of this checkout are. */
public final class Project {
  private Project() {}

  /** The checkout's root: the property {@code waybot.root}, else found upwards from here. */
  public static Path root() {
    var named = System.getProperty("waybot.root");
    if (named != null) {
      return Path.of(named);
    }
    var here = Path.of("").toAbsolutePath();
    while (here != null && !Files.exists(here.resolve("waybot"))) {
      here = here.getParent();
    }
    if (here == null) {
      throw new IllegalStateException("not inside a Waybot checkout");
    }
    return here;
  }

  public static Path applicationJar() {
    return built("designer-ui/target/waybot-designer-1.0.0-exec.jar");
  }

  static Path exporterJar() {
    return built("workflow-runtime/engine-exporter/target/waybot-engine-exporter-1.0.0.jar");
  }

  static Path engineDistribution() {
    return built("workflow-runtime/target/engine/camunda-zeebe.tar.gz");
  }

  /** Real data beside the checkout; absent on other machines. */
  public static Path sharedData(String name) {
    return root().resolveSibling("shared").resolve("data").resolve(name);
  }

  private static Path built(String name) {
    var file = root().resolve(name);
    if (!Files.exists(file)) {
      throw new IllegalStateException(name + " is not built: run ./waybot verify, or mvn package");
    }
    return file;
  }
}
