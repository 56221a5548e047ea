package io.waybot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.waybot.runtime.engine.EngineInstallation;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.core.type.classreading.MetadataReaderFactory;
import org.springframework.core.type.filter.TypeFilter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The node without screens, whole: every bean, its own engine, a real port. */
@Timeout(240)
class RuntimeApplicationTest {
  /**
   * {@link RuntimeApplication}'s packages, without the small applications of other tests that lie
   * in them.
   */
  @EnableAutoConfiguration
  @ComponentScan(
      basePackages = {
        "io.waybot.db",
        "io.waybot.connectors",
        "io.waybot.bots",
        "io.waybot.runtime"
      },
      excludeFilters = @Filter(type = FilterType.CUSTOM, classes = FromTests.class))
  static class WithoutTests {}

  /** What was compiled from tests. */
  static class FromTests implements TypeFilter {
    @Override
    public boolean match(MetadataReader type, MetadataReaderFactory others) throws IOException {
      return type.getResource().getURL().getPath().contains("/test-classes/");
    }
  }

  private final HttpClient http = HttpClient.newHttpClient();
  @TempDir Path home;

  @Test
  void startsItsEngineSaysThatItIsWellAndTakesTheEngineAlongWhenItStops() throws Exception {
    int port = EngineInstallation.freePort();

    try (var app =
        new SpringApplicationBuilder(WithoutTests.class)
            .run(EngineInstallation.arguments(port, home))) {
      assertThat(app.isRunning()).isTrue();
      await()
          .atMost(Duration.ofSeconds(120))
          .untilAsserted(() -> assertThat(health(port).statusCode()).isEqualTo(200));
      await()
          .atMost(Duration.ofSeconds(60))
          .untilAsserted(() ->
              assertThat(json(health(port)).path("engine").path("status").asString())
                  .isEqualTo("UP"));
      await()
          .atMost(Duration.ofSeconds(30))
          .untilAsserted(() -> {
            var seen = json(health(port));
            assertThat(seen.path("status").asString()).isEqualTo("UP");
            assertThat(seen.path("engine").path("exporterLag").isIntegralNumber()).isTrue();
          });
      var health = json(health(port));
      assertThat(health.path("database").path("kind").asString()).isEqualTo("h2");
      assertThat(health.path("robots").path("types").asInt())
          .isPositive()
          .isEqualTo(health.path("robots").path("running").asInt());
      assertThat(Files.exists(home.resolve("engine/engine.pid"))).isTrue();
    }

    assertThat(Files.exists(home.resolve("engine/engine.pid"))).isFalse();
  }

  private HttpResponse<String> health(int port) throws IOException, InterruptedException {
    return http.send(
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1/health")).build(),
        BodyHandlers.ofString());
  }

  private static JsonNode json(HttpResponse<String> answer) {
    return JsonMapper.shared().readTree(answer.body());
  }
}
