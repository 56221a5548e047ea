package io.waybot.runtime.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import io.waybot.runtime.journey.lint.JourneyLinter;
import io.waybot.runtime.run.RunView;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;

class FlowCountsTest {
  private static final Instant NINE = Instant.parse("2026-11-20T01:00:00Z");
  private final List<RunView.Step> steps = new ArrayList<>();

  @Test
  void writesOnEachLineOfTheStarterJourneyWhomTheBlockBehindItIsGiven() throws IOException {
    step("data", "wait-for-data", 0, Map.of());
    step("pull", "pull-audience", 0, Map.of("audience", 12_000, "reentry", 0));
    step("policy", "filter-by-policy", 12_000, Map.of("allowed", 9_000, "removed", 3_000));
    step("split", "split-arms", 9_000, Map.of("treatment", 8_096, "control", 904, "removed", 0));
    step("score", "score-audience", 8_096, Map.of("scored", 8_096));
    step(
        "decide",
        "decide-treatments",
        8_096,
        Map.of("sms", 1_500, "push", 4_650, "notChosen", 1_946));
    step("leads", "create-leads", 0, Map.of("handed", 0));
    step("sms", "dispatch", 1_500, Map.of("sent", 1_490));
    step("push", "dispatch", 4_650, Map.of("sent", 4_650));

    var counts = counts("fork");

    assertThat(counts)
        .doesNotContainKeys("start_to_data", "data_to_pull", "fork_to_mail", "mail_to_join")
        .containsEntry("pull_to_policy", 12_000)
        .containsEntry("policy_to_split", 9_000)
        .containsEntry("split_to_score", 8_096)
        .containsEntry("decide_to_fork", 6_150)
        .containsEntry("fork_to_leads", 0)
        .containsEntry("fork_to_sms", 1_500)
        .containsEntry("fork_to_push", 4_650);
    assertThat(counts).doesNotContainKey("join_to_wait_first"); // not entered yet
  }

  @Test
  void countsBehindAJoinWhatCameFromAllItsBranches() throws IOException {
    step("sms", "dispatch", 1_500, Map.of("sent", 1_490));
    step("push", "dispatch", 4_650, Map.of("sent", 4_650));
    step("collect", "collect-feedback", 8_096, Map.of("responded", 120));

    var counts = counts("join", "wait_first");

    assertThat(counts)
        .containsEntry("sms_to_join", 1_490)
        .containsEntry("join_to_wait_first", 1_490 + 4_650)
        .containsEntry("wait_first_to_collect", 8_096);
  }

  @Test
  void knowsWhatLiesBehindAWait() throws IOException {
    assertThat(linter().ways(starter()).behindWaits())
        .contains("collect", "respond", "policy_second", "push_second", "evaluate")
        .doesNotContain("pull", "decide", "sms", "join", "wait_first");
  }

  private Map<String, Integer> counts(String... alsoEntered) throws IOException {
    var elements = new ArrayList<RunView.Element>();
    for (var id : alsoEntered) {
      elements.add(new RunView.Element(id, 1, 0, 1, 0, 0));
    }
    return new FlowCounts(linter().ways(starter()), steps, elements).byLine();
  }

  private void step(String id, String robot, int in, Map<String, Integer> out) {
    steps.add(new RunView.Step(id, 1, robot, "DONE", 1, NINE, NINE, in, out, null));
  }

  private static JourneyLinter linter() {
    return Mockito.mock(JourneyLinter.class, Mockito.CALLS_REAL_METHODS);
  }

  private static String starter() throws IOException {
    try (var file = FlowCountsTest.class.getResourceAsStream("/journeys/deposit-daily.bpmn")) {
      return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
