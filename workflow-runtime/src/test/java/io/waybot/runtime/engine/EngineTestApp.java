package io.waybot.runtime.engine;

import io.waybot.db.testing.TestDatabase;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;
import org.springframework.scheduling.annotation.EnableScheduling;

/**
 * The part of the application that runs journeys, on the {@link SharedEngine} and a database of the
 * test's choice. It can be closed and opened again on the same database, as an application is
 * restarted.
 */
public final class EngineTestApp implements AutoCloseable {
  private final ConfigurableApplicationContext context;
  private final SharedEngine engine = SharedEngine.get();
  private final SharedEngine.Listener listener = this::forward;
  private final HttpClient http = HttpClient.newHttpClient();

  /** Not a stereotype on purpose: no other test's component scan may find it. */
  @EnableAutoConfiguration
  @EnableScheduling
  @ComponentScan(
      basePackages = {
        "io.waybot.db",
        "io.waybot.runtime.access",
        "io.waybot.runtime.language",
        "io.waybot.runtime.engine",
        "io.waybot.runtime.robot",
        "io.waybot.runtime.run",
        "io.waybot.runtime.monitor",
        "io.waybot.runtime.health"
      },
      excludeFilters = @Filter(type = FilterType.REGEX, pattern = ".*Test\\$.*"))
  public static class Parts {
    @Bean
    Clock clock() {
      return Clock.system(ZoneId.of("Asia/Shanghai"));
    }
  }

  private EngineTestApp(ConfigurableApplicationContext context) {
    this.context = context;
    engine.listen(listener);
  }

  /**
   * A new database: H2 as a file, because closing the application closes an H2 in memory's
   * sessions.
   */
  public static String newDatabase(TestDatabase database, Path home) {
    return database == TestDatabase.H2
        ? "jdbc:h2:file:"
            + home.resolve("db")
            + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;WRITE_DELAY=0"
        : database.url();
  }

  /**
   * Starts it.
   *
   * @param url a database of this kind, from {@link #newDatabase}
   * @param robots class with the {@code @Bean} robots of the test
   * @param more properties, which win over the usual ones
   */
  public static EngineTestApp open(
      TestDatabase database, String url, Path home, Class<?> robots, String... more) {
    var properties = new LinkedHashMap<String, String>();
    Stream.of(
            SharedEngine.get().properties().stream(),
            Stream.of(
                "server.port=0",
                "waybot.home=" + home,
                "waybot.robot.lease=5s",
                "spring.datasource.url=" + url,
                "spring.datasource.username=" + database.user(),
                "spring.datasource.password=",
                "spring.quartz.job-store-type=memory",
                "spring.main.banner-mode=off"),
            Stream.of(more))
        .flatMap(some -> some)
        .forEach(property -> properties.put(property.split("=", 2)[0], "--" + property));
    var context =
        new SpringApplicationBuilder(Parts.class, robots)
            .run(properties.values().toArray(String[]::new));
    return new EngineTestApp(context);
  }

  public <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  public String url() {
    return "http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port");
  }

  @Override
  public void close() {
    engine.forget(listener);
    context.close();
  }

  /** The way the exporter's batches take in production: over HTTP, with the token of this home. */
  private void forward(UUID engineId, String batch) {
    try {
      var answer =
          http.send(
              HttpRequest.newBuilder(URI.create(url() + "/internal/engine-events"))
                  .timeout(Duration.ofSeconds(2))
                  .header("Content-Type", "application/json")
                  .header("Authorization", "Bearer " + bean(EngineFiles.class).tokenText())
                  .header("X-Waybot-Engine", engineId.toString())
                  .POST(BodyPublishers.ofString(batch))
                  .build(),
              BodyHandlers.ofString());
      if (answer.statusCode() != 204) {
        throw new IllegalStateException(
            "events answered " + answer.statusCode() + " " + answer.body());
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
