package io.waybot.runtime.health;

import io.waybot.runtime.access.Answers;
import io.waybot.runtime.engine.Engine;
import io.waybot.runtime.engine.EngineStatus;
import io.waybot.runtime.robot.RobotRegistry;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /api/v1/health}: 200 while work gets done, 503 when it does not; no login. */
@RestController
class HealthApi {
  /** Log positions: about a minute of a busy engine. */
  private static final long LONG_LAG = 20_000;

  private static final Logger LOG = LoggerFactory.getLogger(HealthApi.class);

  private final DataSource database;
  private final Engine engine;
  private final RobotRegistry robots;
  private final ObjectProvider<Scheduler> scheduler;
  private final Clock clock;
  private final String version;

  HealthApi(
      DataSource database,
      Engine engine,
      RobotRegistry robots,
      ObjectProvider<Scheduler> scheduler,
      Clock clock,
      @Value("${waybot.version:1.0.0}") String version) {
    this.database = database;
    this.engine = engine;
    this.robots = robots;
    this.scheduler = scheduler;
    this.clock = clock;
    this.version = version;
  }

  record Health(
      String status,
      String version,
      Instant bankTime,
      Database database,
      EngineHealth engine,
      Part scheduler,
      RobotRegistry.Count robots) {}

  record Database(String status, String kind) {}

  record EngineHealth(
      String status, String mode, @Nullable Long exporterLag, @Nullable String reason) {}

  record Part(String status) {}

  @GetMapping("/api/v1/health")
  @Answers("503")
  ResponseEntity<Health> health() {
    var db = database();
    var status = engine.status();
    var timer = scheduler();
    var count = robots.count();
    var whole = whole(db, status, timer, count);
    var body =
        new Health(
            whole,
            version,
            clock.instant(),
            db,
            new EngineHealth(
                status.state().name(),
                status.mode().name().toLowerCase(Locale.ROOT),
                status.exporterLag(),
                status.reason()),
            timer,
            count);
    return ResponseEntity.status(whole.equals("DOWN") ? 503 : 200).body(body);
  }

  private static String whole(
      Database db, EngineStatus engine, Part timer, RobotRegistry.Count robots) {
    if (db.status().equals("DOWN") || engine.state() == EngineStatus.State.DOWN) {
      return "DOWN";
    }
    var lag = engine.exporterLag();
    boolean whole =
        engine.isUp()
            && (lag == null || lag < LONG_LAG)
            && timer.status().equals("UP")
            && robots.running() == robots.types();
    return whole ? "UP" : "DEGRADED";
  }

  private Database database() {
    try (var connection = database.getConnection()) {
      var kind = connection.getMetaData().getDatabaseProductName().toLowerCase(Locale.ROOT);
      return new Database(connection.isValid(2) ? "UP" : "DOWN", kind);
    } catch (SQLException e) {
      LOG.warn("database away", e);
      return new Database("DOWN", "unknown");
    }
  }

  private Part scheduler() {
    var quartz = scheduler.getIfAvailable();
    try {
      return new Part(
          quartz != null && quartz.isStarted() && !quartz.isInStandbyMode() ? "UP" : "DOWN");
    } catch (SchedulerException e) {
      LOG.warn("scheduler away", e);
      return new Part("DOWN");
    }
  }
}
