package io.waybot;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.waybot.db.bank.OrgUnit;
import io.waybot.db.bank.OrgUnits;
import io.waybot.db.bank.People;
import io.waybot.db.bank.Person;
import io.waybot.db.bank.Role;
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
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.core.type.classreading.MetadataReaderFactory;
import org.springframework.core.type.filter.TypeFilter;
import org.springframework.security.crypto.password.PasswordEncoder;
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
      describesItsApi(app, port);
    }

    assertThat(Files.exists(home.resolve("engine/engine.pid"))).isFalse();
  }

  /** Every path of the API with the codes by which it says no. */
  private void describesItsApi(ConfigurableApplicationContext app, int port) throws Exception {
    var document = openApi(app, port);

    Map.of(
            "/api/v1/health get", "503",
            "/api/v1/imports/{id} get", "404 not_found",
            "/api/v1/imports post", "202, 400 missing_part, 422 bad_mapping",
            "/api/v1/journeys post", "201, 409 stale, 413 too_large, 415, 422 findings",
            "/api/v1/journeys/{journey}/deploy post", "200, 409 approval_required, 422 findings",
            "/api/v1/journeys/{journey}/approve post", "200, 403 own_work, 409 nothing_to_sign",
            "/api/v1/runs/{id} get", "200, 404 not_found",
            "/api/v1/runs/{id}/cancel post", "200, 409 run_ended",
            "/api/v1/runs/{run}/customers/{number} get", "200, 404 not_found",
            "/api/v1/receipts post", "200, 401 bad_signature, 413 too_many_items")
        .forEach((endpoint, answers) -> assertThat(missing(document, endpoint, answers)).isEmpty());
    Map.of(
            "/api/v1/runs post",
            "202, 409 run_exists, 422 not_deployed, 422 not_a_business_day, 422 unknown_parameter",
            "/api/v1/conversions post",
            "200, 400 conversion_incomplete, 400 conversion_unreadable",
            "/api/v1/opt-outs post",
            "204")
        .forEach((endpoint, answers) -> assertThat(missing(document, endpoint, answers)).isEmpty());
    assertThat(body(document, "/api/v1/imports", "multipart/form-data").toString())
        .contains("binary", "mapping");
    assertThat(body(document, "/api/v1/journeys", "application/xml").isMissingNode()).isFalse();
    assertThat(body(document, "/api/v1/conversions", "text/csv").isMissingNode()).isFalse();
    assertThat(body(document, "/api/v1/receipts", "application/json").isMissingNode()).isFalse();
  }

  private JsonNode openApi(ConfigurableApplicationContext app, int port) throws Exception {
    var hash = app.getBean(PasswordEncoder.class).encode("secret");
    app.getBean(OrgUnits.class).save(OrgUnit.headOffice("00", "总行", "Head office"));
    app.getBean(People.class)
        .save(
            new Person(
                "reader",
                "读者",
                "Reader",
                "00",
                String.valueOf(hash),
                Person.Kind.PERSON,
                "zh",
                null,
                0,
                false,
                true,
                Set.of(Role.ADMIN)));
    var login = Base64.getEncoder().encodeToString("reader:secret".getBytes(UTF_8));
    return json(
        http.send(
            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1/openapi"))
                .header("Authorization", "Basic " + login)
                .build(),
            BodyHandlers.ofString()));
  }

  /** What of the promised answers the document does not say. */
  private static List<String> missing(JsonNode document, String endpoint, String answers) {
    var words = endpoint.split(" ");
    var responses = document.path("paths").path(words[0]).path(words[1]).path("responses");
    return Arrays.stream(answers.split(", "))
        .filter(answer -> {
          var status = answer.split(" ");
          var said = responses.path(status[0]);
          return said.isMissingNode()
              || (status.length > 1 && !said.toString().contains("\"" + status[1] + "\""));
        })
        .map(answer -> endpoint + " → " + answer)
        .toList();
  }

  /** The schema of a request, references followed once. */
  private static JsonNode body(JsonNode document, String path, String type) {
    var schema =
        document
            .path("paths")
            .path(path)
            .path("post")
            .path("requestBody")
            .path("content")
            .path(type)
            .path("schema");
    var reference = schema.path("$ref").asString("");
    return reference.isEmpty() ? schema : document.at(reference.substring(1));
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
