package io.waybot.designer.world;

import io.waybot.demo.world.DemoWorld;
import io.waybot.demo.world.Settings;
import io.waybot.runtime.clock.DemoClock;
import io.waybot.runtime.home.WaybotHome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** The simulated world lives as long as Waybot: up before the first send, down after the last. */
@Component
@ConditionalOnProperty(WorldEnvironment.HTTP_PORT)
class WorldLife implements SmartLifecycle {
  private static final Logger log = LoggerFactory.getLogger(WorldLife.class);
  private static final String PASSWORD_FILE = "demo-password";

  private final Environment environment;
  private final WaybotHome home;
  private final DemoClock clock;
  private volatile @Nullable DemoWorld world;

  WorldLife(Environment environment, WaybotHome home, DemoClock clock) {
    this.environment = environment;
    this.home = home;
    this.clock = clock;
  }

  @Override
  public synchronized void start() {
    if (world != null) {
      return;
    }
    try {
      var started = DemoWorld.start(settings());
      world = started;
      log.info("simulated world http={} smtp={}", started.port(), started.smtpPort());
    } catch (IOException e) {
      throw new UncheckedIOException(
          "The simulated world cannot start: is one of the ports "
              + number(WorldEnvironment.HTTP_PORT)
              + " and "
              + number(WorldEnvironment.SMTP_PORT)
              + " taken? / 模拟外部世界无法启动,端口可能已被占用。",
          e);
    }
  }

  private Settings settings() {
    return new Settings(
        number(WorldEnvironment.HTTP_PORT),
        number(WorldEnvironment.SMTP_PORT),
        home.directory("world"),
        URI.create("http://127.0.0.1:" + number("server.port")),
        secrets(),
        this::demoPassword,
        this::demoPassword,
        environment.getProperty("waybot.demo.customers", Integer.class, 50_000),
        clock.d0(),
        clock);
  }

  private int number(String property) {
    return environment.getRequiredProperty(property, Integer.class);
  }

  private Map<String, String> secrets() {
    var secrets = new HashMap<String, String>();
    for (var channel : WorldEnvironment.CHANNELS) {
      secrets.put(
          channel, environment.getRequiredProperty("waybot.channel." + channel + ".secret"));
    }
    return secrets;
  }

  /** All demo accounts share it; it is there once the people are. */
  private String demoPassword() {
    var given = environment.getProperty("WAYBOT_DEMO_PASSWORD", "");
    if (!given.isEmpty()) {
      return given;
    }
    try {
      return Files.readString(home.root().resolve(PASSWORD_FILE)).strip();
    } catch (IOException e) {
      throw new UncheckedIOException("no " + PASSWORD_FILE + " yet", e);
    }
  }

  @Override
  public synchronized void stop() {
    var running = world;
    world = null;
    if (running != null) {
      try {
        running.close();
      } catch (IOException e) {
        log.warn("the simulated world did not close cleanly", e);
      }
    }
  }

  @Override
  public boolean isRunning() {
    return world != null;
  }

  /** Before the web server and the robots, and after them. */
  @Override
  public int getPhase() {
    return 0;
  }
}
