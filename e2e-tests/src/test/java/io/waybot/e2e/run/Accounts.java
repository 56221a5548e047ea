package io.waybot.e2e.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.waybot.e2e.app.ReceivedMessages.Received;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** What must add up in a run, counted again from what the API shows of it. */
final class Accounts {
  private static final Set<String> ASK_BEFORE_REPEATING = Set.of("push", "inbox", "sms");
  private static final List<String> STATES =
      List.of("pending", "claimed", "sending", "sent", "rejected", "unknown", "withheld");

  private Accounts() {}

  /** Every customer of a finished run is in one place, every row of the ledger in one state. */
  static void addUp(JsonNode run) {
    var audience = run.path("audience");
    var robots = robots(run);

    assertThat(run.path("conserved").asBoolean()).as("%s", run).isTrue();
    if (robots.contains("split-arms")) {
      assertThat(audience.path("total").asInt())
          .as("list of %s", run)
          .isEqualTo(
              sum(audience.path("removed"))
                  + audience.path("control").asInt()
                  + audience.path("treatment").asInt());
    }
    if (robots.contains("decide-treatments")) {
      assertThat(audience.path("treatment").asInt())
          .as("treatment of %s", run)
          .isEqualTo(audience.path("chosen").asInt() + sum(audience.path("notChosen")));
    }
    rowsByBlock(run)
        .forEach((block, rows) -> assertThat(rows).as(block).isEqualTo(given(run, block)));
  }

  private static Set<String> robots(JsonNode run) {
    var robots = new HashSet<String>();
    run.path("steps").forEach(step -> robots.add(step.path("robot").asString()));
    return robots;
  }

  private static int sum(JsonNode counts) {
    return counts.properties().stream().mapToInt(count -> count.getValue().asInt()).sum();
  }

  /** Of blocks that send by one channel. */
  private static Map<String, Integer> rowsByBlock(JsonNode run) {
    var rows = new HashMap<String, Integer>();
    for (var dispatch : run.path("dispatches")) {
      int of = STATES.stream().mapToInt(state -> dispatch.path(state).asInt()).sum();
      rows.merge(dispatch.path("elementId").asString(), of, Integer::sum);
    }
    return rows;
  }

  private static int given(JsonNode run, String block) {
    return run.path("steps")
        .valueStream()
        .filter(step -> step.path("elementId").asString().equals(block))
        .mapToInt(step -> step.path("in").asInt())
        .sum();
  }

  /**
   * Everything arrived once, over all runs. A mail that was under way is shown as unknown: it may
   * have arrived, and is never repeated.
   */
  static void arrivedOnce(List<JsonNode> runs, List<Received> arrived) {
    assertThat(arrived).doesNotHaveDuplicates();
    for (var channel : ASK_BEFORE_REPEATING) {
      assertThat(arrived.stream().filter(m -> m.channel().equals(channel)).count())
          .as("%s", channel)
          .isEqualTo(in(runs, channel, "sent"));
      assertThat(in(runs, channel, "unknown")).as("%s", channel).isZero();
    }
    assertThat(arrived.stream().filter(m -> m.channel().equals("email")).count())
        .isBetween(
            (long) in(runs, "email", "sent"),
            (long) in(runs, "email", "sent") + in(runs, "email", "unknown"));
  }

  static int in(List<JsonNode> runs, String channel, String state) {
    return runs.stream()
        .flatMap(run -> run.path("dispatches").valueStream())
        .filter(dispatch -> dispatch.path("channel").asString().equals(channel))
        .mapToInt(dispatch -> dispatch.path(state).asInt())
        .sum();
  }
}
