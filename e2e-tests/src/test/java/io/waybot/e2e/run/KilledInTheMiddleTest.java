package io.waybot.e2e.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.waybot.e2e.app.ReceivedMessages;
import io.waybot.e2e.app.SharedInstallation;
import io.waybot.e2e.app.StatusReport;
import io.waybot.e2e.app.WaybotProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * The packed application and its engine, ended by kill -9 in the middle of runs: they finish with
 * the counts of undisturbed ones, and every effect is there once.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class KilledInTheMiddleTest {
  private static final Duration ENOUGH = Duration.ofMinutes(8);
  private static final String SECOND = "_second";
  private static final long SEED = 20_261_120;
  private static final int JOURNEYS = 5;

  @TempDir static Path home;
  private WaybotProcess waybot;

  @BeforeAll
  void start() {
    waybot = WaybotProcess.start(home, "--waybot.demo.customers=5000");
  }

  @AfterAll
  void end() {
    waybot.kill();
  }

  @Test
  @Order(1)
  @Timeout(1_200)
  void finishesTheRunWithExactCountsAndEachEffectOnce() throws IOException {
    SharedInstallation.awaitStarterRun(waybot, ENOUGH, KilledInTheMiddleTest::sends);
    WaybotProcess.kill9(StatusReport.of(home).enginePid());
    SharedInstallation.awaitStarterRun(waybot, ENOUGH, KilledInTheMiddleTest::hasSentSome);
    WaybotProcess.kill9(StatusReport.of(home).appPid());
    waybot.restart();
    SharedInstallation.awaitStarterRun(waybot, ENOUGH, KilledInTheMiddleTest::sendsTheSecondWave);
    var both = StatusReport.of(home);
    WaybotProcess.kill9(both.appPid());
    WaybotProcess.kill9(both.enginePid());
    waybot.restart();

    var run = SharedInstallation.finishedStarterRun(waybot, ENOUGH);

    countsAreThoseOfAnUndisturbedRun(run);
    Accounts.addUp(run);
    everyStepIsDoneOnce(run);
    Accounts.arrivedOnce(List.of(run), ReceivedMessages.of(home));
  }

  @Test
  @Order(2)
  @Timeout(1_200)
  void accountsForEveryCustomerOfRandomJourneysHoweverTheyAreDisturbed() throws IOException {
    var starter = SharedInstallation.finishedStarterRun(waybot, ENOUGH);
    var date = LocalDate.parse(starter.path("businessDate").asString());
    var random = new Random(SEED);
    var life = new JourneyLife(waybot);
    var ids = new ArrayList<String>();
    for (int number = 1; number <= JOURNEYS; number++) {
      var journey = RandomJourney.drawn(random, number, date);
      life.goLive(life.signed(journey.drawing(), journey.settings()));
      ids.add(
          life.start(JourneyLife.order(journey.key(), journey.drawing(), date, "DAILY", "PT1S")));
    }
    for (int blow = 0; blow < 2; blow++) {
      int steps = 2 + random.nextInt(6);
      life.await(
          ids.get(random.nextInt(JOURNEYS)),
          run -> run.path("steps").size() >= steps || isFinished(run));
      WaybotProcess.kill9(
          blow == 0 ? StatusReport.of(home).enginePid() : StatusReport.of(home).appPid());
    }
    waybot.restart();

    var runs = ids.stream().map(life::finished).toList();

    runs.forEach(Accounts::addUp);
    assertThat(runs.stream().mapToInt(run -> run.path("audience").path("chosen").asInt()).sum())
        .as("somebody was chosen")
        .isPositive();
    Accounts.arrivedOnce(
        Stream.concat(Stream.of(starter), runs.stream()).toList(), ReceivedMessages.of(home));
  }

  private static boolean isFinished(JsonNode run) {
    return run.path("state").asString().equals("FINISHED");
  }

  private static void countsAreThoseOfAnUndisturbedRun(JsonNode run) {
    var audience = run.path("audience");
    int removed = 0;
    for (var rule : audience.path("removed").properties()) {
      removed += rule.getValue().asInt();
    }
    assertThat(audience.path("total").asInt()).isEqualTo(1_200);
    assertThat(removed).isEqualTo(300);
    assertThat(audience.path("control").asInt()).isEqualTo(94);
    assertThat(audience.path("treatment").asInt()).isEqualTo(806);
    assertThat(audience.path("chosen").asInt()).isEqualTo(firstWave(run));
  }

  /** Leads and rows of the ledger, each for one customer who was chosen. */
  private static int firstWave(JsonNode run) {
    var leads = run.path("leads");
    int rows =
        leads.path("open").asInt() + leads.path("done").asInt() + leads.path("expired").asInt();
    for (var dispatch : run.path("dispatches")) {
      if (!dispatch.path("elementId").asString().endsWith(SECOND)) {
        for (var state : List.of("sent", "rejected", "unknown", "withheld")) {
          rows += dispatch.path(state).asInt();
        }
      }
    }
    return rows;
  }

  private static void everyStepIsDoneOnce(JsonNode run) {
    var steps = new ArrayList<String>();
    for (var step : run.path("steps")) {
      assertThat(step.path("state").asString()).as("%s", step).isEqualTo("DONE");
      steps.add(step.path("elementId").asString());
    }
    assertThat(steps).doesNotHaveDuplicates();
    for (var element : run.path("elements")) {
      assertThat(element.path("completed").asInt()).as("%s", element).isEqualTo(1);
    }
  }

  private static boolean sends(JsonNode run) {
    return run.path("dispatches").size() > 0;
  }

  private static boolean hasSentSome(JsonNode run) {
    return Accounts.in(List.of(run), "push", "sent") > 0;
  }

  private static boolean sendsTheSecondWave(JsonNode run) {
    for (var dispatch : run.path("dispatches")) {
      if (dispatch.path("elementId").asString().endsWith(SECOND)) {
        return true;
      }
    }
    return false;
  }
}
