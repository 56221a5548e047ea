package io.waybot.demo.world;

import java.util.HashSet;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** The part of a run that the outside may see and the world looks at. */
record RunState(String id, String journey, String date, int leads, List<String> waits) {

  static boolean isDaily(JsonNode run) {
    return run.path("kind").asString("").equals("DAILY");
  }

  static RunState of(JsonNode run) {
    var leads = run.path("leads");
    return new RunState(
        run.path("id").asString(""),
        run.path("journey").path("key").asString(""),
        run.path("businessDate").asString(""),
        leads.path("open").asInt(0) + leads.path("done").asInt(0) + leads.path("expired").asInt(0),
        activeWaits(run));
  }

  /**
   * Timers that tokens stand on now, as {@code elementId#entered}; robots' elements are no waits.
   */
  private static List<String> activeWaits(JsonNode run) {
    var robots = new HashSet<String>();
    run.path("steps").forEach(step -> robots.add(step.path("elementId").asString("")));
    return run.path("elements").values().stream()
        .filter(e -> e.path("active").asInt(0) > 0)
        .filter(e -> e.path("elementId").asString("").startsWith("wait"))
        .filter(e -> !robots.contains(e.path("elementId").asString("")))
        .map(e -> e.path("elementId").asString("") + '#' + e.path("entered").asInt(0))
        .toList();
  }
}
