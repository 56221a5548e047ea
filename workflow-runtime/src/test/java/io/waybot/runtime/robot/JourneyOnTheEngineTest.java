package io.waybot.runtime.robot;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import io.waybot.bots.RobotFailure;
import io.waybot.bots.Said;
import io.waybot.db.run.ARun;
import io.waybot.db.run.RobotStep;
import io.waybot.db.run.RobotStep.State;
import io.waybot.db.run.RobotSteps;
import io.waybot.db.run.RunKind;
import io.waybot.db.testing.TestDatabase;
import io.waybot.runtime.access.ApiProblem;
import io.waybot.runtime.access.Scope;
import io.waybot.runtime.engine.Engine;
import io.waybot.runtime.engine.EngineTestApp;
import io.waybot.runtime.engine.SharedEngine;
import io.waybot.runtime.monitor.InstanceMonitor;
import io.waybot.runtime.run.RunReport;
import io.waybot.runtime.run.RunService;
import io.waybot.runtime.run.RunView;
import io.waybot.runtime.run.StartRun;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A small journey, played whole on the real engine, with everything that may happen on the way. */
@ParameterizedClass
@EnumSource
@Timeout(180)
class JourneyOnTheEngineTest {
  private static final LocalDate FRIDAY = LocalDate.of(2026, 11, 20);
  private static final Scope WHOLE_BANK = new Scope("/");

  @Parameter TestDatabase database;
  @TempDir Path home;
  private String url;
  private EngineTestApp app;

  @BeforeEach
  void start() throws IOException {
    url = EngineTestApp.newDatabase(database, home);
    app = EngineTestApp.open(database, url, home, TestRobots.class);
    try (var bpmn = getClass().getResourceAsStream("/journeys/valid/three_robots.bpmn")) {
      ARun.aJourney(
          app.bean(JdbcClient.class),
          "three_robots",
          new String(bpmn.readAllBytes(), StandardCharsets.UTF_8));
    }
    await().atMost(ofSeconds(30)).until(() -> app.bean(Engine.class).status().isUp());
  }

  @AfterEach
  void stop() {
    app.close();
  }

  @Test
  void finishesOnceAlthoughTheEngineIsKilledAndTheApplicationRestartedInTheMiddle() {
    var run = start("PT1S");
    var parked = awaitStep(run, "send", State.PARKED);

    SharedEngine.get().killAndRestart();
    app.close();
    app = EngineTestApp.open(database, url, home, TestRobots.class);
    app.bean(RobotSteps.class).complete(parked.id(), "{\"sent\":12}");

    awaitState(run, "FINISHED");
    var report = report(run);
    assertThat(report.steps())
        .extracting(
            RunView.Step::elementId,
            RunView.Step::pass,
            RunView.Step::state,
            RunView.Step::attempts)
        .containsExactly(
            tuple("pull", 1, "DONE", 1),
            tuple("send", 1, "DONE", 1),
            tuple("report", 1, "DONE", 1));
    assertThat(report.elements())
        .allMatch(
            element -> element.entered() == 1 && element.completed() == 1 && element.active() == 0)
        .extracting(RunView.Element::elementId)
        .containsExactlyInAnyOrder("start", "pull", "wait", "send", "report", "end");
    assertThat(report.steps().get(1).in()).isEqualTo(12);
    assertThat(report.steps().get(0).out()).containsEntry("audience", 12);
    for (var element : new String[] {"pull", "send", "report"}) {
      assertThat(TestRobots.effects(run, element)).as(element).isEqualTo(1);
    }
  }

  @Test
  void waitsOfDaysEndWhenTheDaysHavePassedOnTheEnginesClockAlsoAfterItsRestart()
      throws IOException {
    var run = start("P3D");
    awaitActive(run, "wait");
    var engine = SharedEngine.get();
    var began = engine.clock();
    engine.clockTo(began.plus(Duration.ofDays(2)));
    engine.killAndRestart(); // and has forgotten how far its clock was moved

    engine.clockTo(began.plus(Duration.ofDays(3)));

    var parked = awaitStep(run, "send", State.PARKED);
    app.bean(RobotSteps.class).complete(parked.id(), "{\"sent\":12}");
    awaitState(run, "FINISHED");
  }

  @Test
  void leavesByTheBoundaryEventThatTheJourneyDrewForARefusal() {
    var run = start("PT0S");
    var parked = awaitStep(run, "send", State.PARKED);

    app.bean(RobotSteps.class).complete(parked.id(), "{\"sent\":3}");

    awaitState(run, "FINISHED");
    assertThat(report(run).elements())
        .extracting(RunView.Element::elementId)
        .contains("end_few")
        .doesNotContain("end");
    assertThat(report(run).steps().getLast().error()).isEqualTo("只发了3 / Only 3 were sent");
  }

  @Test
  void triesAgainWhenTheWorldIsAwayThenRaisesAnIncidentThatARetrySolves() {
    var sql = app.bean(JdbcClient.class);
    var run =
        startFailing(
            new RobotFailure.Transient(
                new Said("平台不可用", "the platform was away"), Duration.ofMillis(50), null));

    awaitState(run, "INCIDENT");
    var incident =
        app.bean(InstanceMonitor.class).openIncidents().stream()
            .filter(i -> i.message().contains("away"))
            .findFirst();
    assertThat(incident).isPresent();
    assertThat(report(run).steps().getFirst().attempts()).isEqualTo(5);
    assertThat(report(run).elements())
        .filteredOn(e -> e.elementId().equals("pull"))
        .extracting(RunView.Element::incidents)
        .containsExactly(1);
    TestRobots.FAILURES.remove(run + "/pull");
    app.bean(InstanceMonitor.class).retry(incident.get().key());

    var parked = awaitStep(run, "send", State.PARKED);
    awaitState(run, "RUNNING"); // the engine's word comes behind the robot's
    app.bean(RobotSteps.class).complete(parked.id(), "{\"sent\":12}");
    awaitState(run, "FINISHED");
    assertThat(
            sql.sql("select count(*) from engine_incident where resolved_at is null")
                .query(Integer.class)
                .single())
        .isZero();
  }

  @Test
  void keepsOneInstancePerRunAndOneRunPerDate() {
    var run = start("PT0S");
    awaitStep(run, "send", State.PARKED);
    var engine = app.bean(Engine.class);
    var sql = app.bean(JdbcClient.class);
    long definition = sql.sql("select definition_key from deployment").query(Long.class).single();

    long second =
        engine.createInstance(definition, Map.of("runId", run.toString(), "wait_wait", "PT0S"));

    await()
        .atMost(ofSeconds(20))
        .untilAsserted(() ->
            assertThat(
                    sql.sql("select state from engine_instance where instance_key = ?")
                        .param(second)
                        .query(String.class)
                        .optional())
                .contains("TERMINATED"));
    assertThat(report(run).state()).isEqualTo("RUNNING");
    assertThat(TestRobots.effects(run, "pull")).isEqualTo(1);
    assertThatThrownBy(() -> start("PT0S"))
        .isInstanceOfSatisfying(
            ApiProblem.class,
            problem -> {
              assertThat(problem.code()).isEqualTo("run_exists");
              assertThat(problem.extras()).containsEntry("runId", run);
            });
  }

  @Test
  void aRunGoesOnWithItsVersionWhenANewOneGoesLive() {
    var old = start("PT0S");
    awaitStep(old, "send", State.PARKED);
    secondVersion();

    var fresh = start("PT0S", RunKind.RERUN);
    for (var run : List.of(old, fresh)) {
      var parked = awaitStep(run, "send", State.PARKED);
      app.bean(RobotSteps.class).complete(parked.id(), "{\"sent\":12}");
      awaitState(run, "FINISHED");
    }

    assertThat(report(old).journey().version()).isEqualTo(1);
    assertThat(report(old).steps().getLast().elementId()).isEqualTo("report");
    assertThat(report(fresh).journey().version()).isEqualTo(2);
    assertThat(report(fresh).steps().getLast().elementId()).isEqualTo("summary");
  }

  /** Goes live while a run of the first is on its way; its last robot is called otherwise. */
  private void secondVersion() {
    var sql = app.bean(JdbcClient.class);
    var id = UUID.randomUUID();
    sql.sql(
            "insert into journey_version (id, journey_id, version_no, revision, state, bpmn,"
                + " settings, author, saved_at) select ?, journey_id, 2, 1, 'LIVE',"
                + " replace(bpmn, '\"report\"', '\"summary\"'), settings, author, saved_at"
                + " from journey_version where state = 'LIVE'")
        .param(id)
        .update();
    sql.sql("update journey_version set state = 'RETIRED' where id <> ?").param(id).update();
    sql.sql("update journey set live_version_id = ?").param(id).update();
  }

  @Test
  void endsTheInstanceOfACancelledRun() {
    var run = start("PT0S");
    awaitStep(run, "send", State.PARKED);

    app.bean(RunService.class).cancel(run, "admin");

    assertThat(report(run).state()).isEqualTo("CANCELLED");
    var sql = app.bean(JdbcClient.class);
    await()
        .atMost(ofSeconds(20))
        .untilAsserted(() ->
            assertThat(
                    sql.sql("select state from robot_step where element_id = 'send'")
                        .query(String.class)
                        .single())
                .isEqualTo("TERMINATED"));
    assertThatThrownBy(() -> app.bean(RunService.class).cancel(run, "admin"))
        .isInstanceOfSatisfying(
            ApiProblem.class, problem -> assertThat(problem.code()).isEqualTo("run_ended"));
  }

  @Test
  void doesNotConfuseARunOfALostEngineWithOneOfTheNewEngine() {
    var lost = start("PT0S");
    awaitStep(lost, "send", State.PARKED);
    app.close();

    app =
        EngineTestApp.open(
            database, url, home, TestRobots.class, "waybot.engine.id=" + UUID.randomUUID());

    awaitState(lost, "FAILED");
    var rerun = start("PT0S", RunKind.RERUN);
    var parked = awaitStep(rerun, "send", State.PARKED);
    app.bean(RobotSteps.class).complete(parked.id(), "{\"sent\":12}");
    await()
        .atMost(ofSeconds(30))
        .untilAsserted(() ->
            assertThat(app.bean(RobotSteps.class).ofRun(rerun))
                .extracting(RobotStep::state)
                .containsExactly(State.DONE, State.DONE, State.DONE));
    assertThat(
            app.bean(JdbcClient.class)
                .sql("select count(*) from deployment")
                .query(Integer.class)
                .single())
        .isEqualTo(2);
    assertThat(TestRobots.effects(lost, "report")).isZero();
    assertThat(TestRobots.effects(rerun, "report")).isEqualTo(1);
  }

  private UUID start(String wait) {
    return start(wait, RunKind.DAILY);
  }

  private UUID start(String wait, RunKind kind) {
    return app.bean(RunService.class)
        .start(new StartRun("three_robots", FRIDAY, kind, Map.of("wait_wait", wait), "planner"));
  }

  /**
   * The failure has to stand before the engine hands out the first job: pull is paused meanwhile.
   */
  private UUID startFailing(RobotFailure failure) {
    var robots = app.bean(RobotRegistry.class);
    robots.pause("test-pull", "admin");
    var run = start("PT0S");
    TestRobots.FAILURES.put(run + "/pull", failure);
    robots.resume("test-pull");
    return run;
  }

  private RunView report(UUID run) {
    return app.bean(RunReport.class).of(run, WHOLE_BANK);
  }

  private void awaitActive(UUID run, String elementId) {
    await()
        .atMost(ofSeconds(60))
        .until(() ->
            report(run).elements().stream()
                .anyMatch(e -> e.elementId().equals(elementId) && e.active() == 1));
  }

  private void awaitState(UUID run, String state) {
    await()
        .atMost(ofSeconds(60))
        .untilAsserted(() -> assertThat(report(run).state()).isEqualTo(state));
  }

  private RobotStep awaitStep(UUID run, String elementId, State state) {
    return await()
        .atMost(ofSeconds(60))
        .until(
            () ->
                app.bean(RobotSteps.class).ofRun(run).stream()
                    .filter(step -> step.elementId().equals(elementId) && step.state() == state)
                    .findFirst(),
            Optional::isPresent)
        .orElseThrow();
  }
}
