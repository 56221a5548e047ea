package io.waybot.runtime.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.waybot.db.audience.Audience;
import io.waybot.runtime.journey.lint.JourneyLinter;
import io.waybot.runtime.journey.lint.Ways;
import io.waybot.runtime.rehearsal.CustomerWay.Did;
import io.waybot.runtime.rehearsal.CustomerWay.Stop;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;

/** Customers on the starter journey's drawing. */
class WayFinderTest {
  private final Map<String, List<Audience>> sets = new HashMap<>();
  private final Map<String, Boolean> lists = new HashMap<>();
  private final Map<String, CustomerMarks.Send> sends = new HashMap<>();
  private final Set<String> begun = new HashSet<>(Set.of("data", "pull"));

  @Test
  void endsAtTheContactRulesWithTheRuleThatHit() throws IOException {
    in("pull", "audience", null);
    in("policy", "removed", "CAP");
    notIn("policy", "allowed");
    begun.addAll(Set.of("policy", "split", "decide", "sms"));

    var way = way();

    assertThat(way.stops())
        .extracting(Stop::elementId, Stop::did, Stop::reason)
        .containsExactly(
            tuple("data", Did.SEEN, null),
            tuple("pull", Did.WENT_ON, null),
            tuple("policy", Did.LEFT, "CAP"));
    assertThat(way.lines()).containsExactly("start_to_data", "data_to_pull", "pull_to_policy");
  }

  @Test
  void goesTheBranchOfTheChosenChannelOnlyAndForecastsBehindTheWait() throws IOException {
    in("pull", "audience", null);
    in("policy", "allowed", null);
    in("split", "treatment", null);
    in("score", "scored", null);
    in("decide", "sms", null);
    notIn("decide", "push");
    notIn("decide", "branch");
    notIn("decide", "email");
    sends.put("sms", new CustomerMarks.Send("SENT", null));
    in("collect", "responded", null);
    in("respond", "responded", null);
    notIn("respond", "silent");
    begun.addAll(Set.of("leads", "sms", "push", "mail", "policy_second"));

    var way = way();

    assertThat(way.lines())
        .contains("decide_to_fork", "fork_to_sms", "sms_to_join", "join_to_wait_first")
        .doesNotContain("fork_to_push", "fork_to_leads", "fork_to_mail", "push_to_join");
    assertThat(stop(way, "sms").did()).isEqualTo(Did.CONTACTED);
    assertThat(stop(way, "sms").forecast()).isFalse();
    assertThat(stop(way, "respond").set()).isEqualTo("responded");
    assertThat(stop(way, "respond").forecast()).isTrue();
    assertThat(way.stops()).extracting(Stop::elementId).doesNotContain("push", "policy_second");
  }

  @Test
  void endsInTheControlGroupAlthoughTheEvaluationCountsItLater() throws IOException {
    in("pull", "audience", null);
    in("policy", "allowed", null);
    in("split", "control", null);
    notIn("split", "treatment");
    begun.add("evaluate");

    var way = way();

    assertThat(way.stops().getLast())
        .extracting(Stop::elementId, Stop::did, Stop::reason)
        .containsExactly("split", Did.LEFT, "HOLDOUT");
  }

  @Test
  void saysWhenTheCustomerIsNotOnTheList() throws IOException {
    notIn("pull", "audience");

    assertThat(way().stops().getLast())
        .extracting(Stop::elementId, Stop::did)
        .containsExactly("pull", Did.NOT_FOUND);
  }

  private record Way(List<Stop> stops, List<String> lines) {}

  private Way way() throws IOException {
    var ways = starter();
    begun.addAll(sets.keySet());
    var found =
        new WayFinder(ways, new CustomerMarks.Of(sets, lists, sends, begun), ways.behindWaits());
    return new Way(found.stops(), found.lines());
  }

  private static Stop stop(Way way, String element) {
    return way.stops().stream()
        .filter(stop -> stop.elementId().equals(element))
        .findFirst()
        .orElseThrow();
  }

  private void in(String element, String name, @Nullable String rule) {
    sets.computeIfAbsent(element, e -> new ArrayList<>())
        .add(new Audience(UUID.randomUUID(), null, null, element, name, rule, 1, "hash", null));
    if (rule == null) {
      lists.put(element + "." + name, true);
    }
  }

  private void notIn(String element, String name) {
    lists.put(element + "." + name, false);
  }

  private static Ways starter() throws IOException {
    try (var file = WayFinderTest.class.getResourceAsStream("/journeys/deposit-daily.bpmn")) {
      var xml = new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
      return Mockito.mock(JourneyLinter.class, Mockito.CALLS_REAL_METHODS).ways(xml);
    }
  }
}
