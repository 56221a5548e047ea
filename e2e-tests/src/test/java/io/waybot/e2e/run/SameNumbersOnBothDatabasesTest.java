package io.waybot.e2e.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.waybot.e2e.app.SharedInstallation;
import io.waybot.e2e.app.WaybotProcess;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The same bank on H2 and on PostgreSQL: every count of the starter run is the same. */
class SameNumbersOnBothDatabasesTest {
  private static final String CUSTOMERS = "--waybot.demo.customers=5000";
  private static final Duration ENOUGH = Duration.ofMinutes(6);
  @TempDir Path h2Home;
  @TempDir Path postgresHome;

  @Test
  void countsTheSameOnBoth() throws IOException {
    JsonNode onH2;
    try (var waybot = WaybotProcess.start(h2Home, CUSTOMERS)) {
      onH2 = SharedInstallation.finishedStarterRun(waybot, ENOUGH);
    }
    JsonNode onPostgres;
    try (var server = EmbeddedPostgres.builder().start();
        var waybot =
            WaybotProcess.start(
                postgresHome,
                CUSTOMERS,
                "--spring.datasource.url=" + server.getJdbcUrl("postgres", "postgres"),
                "--spring.datasource.username=postgres")) {
      onPostgres = SharedInstallation.finishedStarterRun(waybot, ENOUGH);
    }

    assertThat(onPostgres.path("audience")).isEqualTo(onH2.path("audience"));
    assertThat(firstWave(onPostgres)).isEqualTo(firstWave(onH2));
    assertThat(onPostgres.path("conserved").asBoolean()).isTrue();
    assertThat(onH2.path("conserved").asBoolean()).isTrue();
  }

  /** Sent per block of the first wave; what comes later depends on when answers arrived. */
  private static String firstWave(JsonNode run) {
    var counts = new java.util.TreeMap<String, Integer>();
    for (var dispatch : run.path("dispatches")) {
      if (!dispatch.path("elementId").asString().endsWith("_second")) {
        counts.merge(
            dispatch.path("elementId").asString(), dispatch.path("sent").asInt(), Integer::sum);
      }
    }
    var leads = run.path("leads");
    counts.put(
        "leads",
        leads.path("open").asInt() + leads.path("done").asInt() + leads.path("expired").asInt());
    return counts.toString();
  }
}
