package io.waybot.e2e.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The short version of {@link ChaosBench}. */
class ChaosTest {
  @TempDir Path home;

  @Test
  void losesNothingAndSendsNothingTwiceWhenApplicationAndDatabaseAreKilled() throws Exception {
    try (var database = new PostgresServer(home)) {
      var report = new ChaosRun(home, database, Gateway.QUERYABLE, 200, 2, 20261122L).play();

      assertThat(report.violations()).as("%s", report.line("postgres")).isEmpty();
      assertThat(report.delivered()).hasSizeGreaterThan(180);
      assertThat(report.doubtful()).as("faults there were").isPositive();
    }
  }
}
