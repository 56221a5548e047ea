package io.waybot.runtime.schedule;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.waybot.db.run.ARun;
import io.waybot.db.testing.TestDatabase;
import io.waybot.runtime.engine.Engine;
import io.waybot.runtime.engine.EngineTestApp;
import io.waybot.runtime.engine.SharedEngine;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two schedulers in two processes on one PostgreSQL and one engine race over 300 dates. */
@Timeout(300)
class TwoSchedulersTest {
  private static final TestDatabase DATABASE = TestDatabase.POSTGRESQL;
  private static final int DATES = RacingScheduler.ROUNDS * RacingScheduler.DATES_A_ROUND;

  @TempDir Path home;
  private @Nullable Process second;

  @AfterEach
  void endTheSecond() {
    if (second != null) {
      second.destroyForcibly();
    }
  }

  @Test
  void startEachRunOnce() throws Exception {
    var url = EngineTestApp.newDatabase(DATABASE, home);
    try (var app = EngineTestApp.open(DATABASE, url, home, RacingScheduler.Parts.class)) {
      var sql = app.bean(JdbcTemplate.class);
      prepare(app, sql);
      await().atMost(ofSeconds(30)).until(() -> app.bean(Engine.class).status().isUp());
      second = launch(url);
      var first = new RacingScheduler(app.bean(DailyRuns.class), sql, "first");

      for (int round = 0; round < RacingScheduler.ROUNDS; round++) {
        first.race(round);
        int opened = (round + 1) * RacingScheduler.DATES_A_ROUND;
        await()
            .atMost(ofSeconds(60))
            .until(() -> count(sql, "run where state = 'FINISHED'") == opened);
      }
      first.meet(RacingScheduler.ROUNDS);

      assertThat(second.waitFor(60, TimeUnit.SECONDS)).isTrue();
      assertThat(second.exitValue()).isZero();
      assertThat(count(sql, "run")).isEqualTo(DATES);
      assertThat(distinct(sql, "business_date", "run")).isEqualTo(DATES);
      assertThat(distinct(sql, "instance_key", "run")).isEqualTo(DATES);
      assertThat(count(sql, "engine_instance")).as("instances on the engine").isEqualTo(DATES);
      assertThat(count(sql, "race_tick")).isEqualTo(DATES);
      assertThat(distinct(sql, "run_id", "race_tick")).isEqualTo(DATES);
    }
  }

  private static void prepare(EngineTestApp app, JdbcTemplate sql) throws IOException {
    sql.execute(
        "create table race_start (round int, scheduler varchar(10), primary key (round,"
            + " scheduler))");
    sql.execute("create table race_tick (step_id uuid primary key, run_id uuid)");
    try (var bpmn = TwoSchedulersTest.class.getResourceAsStream("/journeys/valid/one_tick.bpmn")) {
      var drawing = new String(bpmn.readAllBytes(), StandardCharsets.UTF_8);
      ARun.aJourney(app.bean(JdbcClient.class), "one_tick", drawing);
    }
    sql.update(
        "update journey_version set settings = ?, deployed_at = ?",
        "{\"schedule\":{\"time\":\"09:00\",\"days\":\"EVERY_DAY\",\"missed\":\"ALL\"}}",
        Timestamp.from(RacingScheduler.tenOClock(RacingScheduler.FIRST.minusDays(1))));
  }

  private Process launch(String url) throws IOException {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-Xmx384m",
            "-cp",
            System.getProperty("java.class.path"),
            RacingScheduler.class.getName(),
            "--server.port=0",
            "--waybot.home=" + home.resolve("second"),
            "--spring.datasource.url=" + url,
            "--spring.datasource.username=" + DATABASE.user(),
            "--spring.datasource.password=",
            "--spring.quartz.job-store-type=memory",
            "--spring.main.banner-mode=off"));
    SharedEngine.get().properties().forEach(property -> command.add("--" + property));
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(home.resolve("second.out").toFile())
        .start();
  }

  private static int count(JdbcTemplate sql, String table) {
    return number(sql, "select count(*) from " + table);
  }

  private static int distinct(JdbcTemplate sql, String column, String table) {
    return number(sql, "select count(distinct " + column + ") from " + table);
  }

  private static int number(JdbcTemplate sql, String query) {
    var number = sql.queryForObject(query, Integer.class);
    return number == null ? -1 : number;
  }
}
