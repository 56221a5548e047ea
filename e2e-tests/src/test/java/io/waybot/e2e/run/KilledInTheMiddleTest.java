package io.waybot.e2e.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.waybot.e2e.app.ReceivedMessages;
import io.waybot.e2e.app.SharedInstallation;
import io.waybot.e2e.app.StatusReport;
import io.waybot.e2e.app.WaybotProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * The packed application and its engine, each ended by kill -9 in the middle of one run: the run
 * finishes with the counts of an undisturbed one, and every effect is there once.
 */
class KilledInTheMiddleTest {
  private static final Duration ENOUGH = Duration.ofMinutes(8);
  private static final Set<String> IDEMPOTENT_OR_QUERYABLE = Set.of("push", "inbox", "sms");
  private static final String SECOND = "_second";
  @TempDir Path home;

  @Test
  @Timeout(1_200)
  void finishesTheRunWithExactCountsAndEachEffectOnce() throws IOException {
    try (var waybot = WaybotProcess.start(home, "--waybot.demo.customers=5000")) {
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

      assertThat(run.path("conserved").asBoolean()).as("%s", run).isTrue();
      countsAreThoseOfAnUndisturbedRun(run);
      everyStepIsDoneOnce(run);
      everyMessageArrivedOnce(run, ReceivedMessages.of(home));
    }
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

  /** A mail that was under way is shown as unknown: it may have arrived, and is never repeated. */
  private static void everyMessageArrivedOnce(
      JsonNode run, List<ReceivedMessages.Received> arrived) {
    assertThat(arrived).doesNotHaveDuplicates();
    for (var channel : IDEMPOTENT_OR_QUERYABLE) {
      assertThat(arrived.stream().filter(m -> m.channel().equals(channel)).count())
          .as("%s", channel)
          .isEqualTo(in(run, channel, "sent"));
      assertThat(in(run, channel, "unknown")).as("%s", channel).isZero();
    }
    assertThat(arrived.stream().filter(m -> m.channel().equals("email")).count())
        .isBetween(
            (long) in(run, "email", "sent"),
            (long) in(run, "email", "sent") + in(run, "email", "unknown"));
  }

  private static boolean sends(JsonNode run) {
    return run.path("dispatches").size() > 0;
  }

  private static boolean hasSentSome(JsonNode run) {
    return in(run, "push", "sent") > 0;
  }

  private static boolean sendsTheSecondWave(JsonNode run) {
    for (var dispatch : run.path("dispatches")) {
      if (dispatch.path("elementId").asString().endsWith(SECOND)) {
        return true;
      }
    }
    return false;
  }

  private static int in(JsonNode run, String channel, String state) {
    int count = 0;
    for (var dispatch : run.path("dispatches")) {
      if (dispatch.path("channel").asString().equals(channel)) {
        count += dispatch.path(state).asInt();
      }
    }
    return count;
  }
}
