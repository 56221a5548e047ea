package io.waybot.designer.operations;

import io.waybot.designer.design.JourneyNames;
import io.waybot.designer.run.RunBlocks;
import io.waybot.designer.shell.Half;
import io.waybot.designer.shell.Texts;
import io.waybot.runtime.access.ApiProblem;
import io.waybot.runtime.access.CurrentUser;
import io.waybot.runtime.monitor.InstanceMonitor;
import io.waybot.runtime.monitor.InstanceMonitor.Incident;
import io.waybot.runtime.run.RunReport;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Incidents as an operator reads them: where in which journey, what happened, what to do now. */
@Component
class IncidentWords {
  private static final String SAY = "incidents.say.";
  private final InstanceMonitor monitor;
  private final RunReport runs;
  private final RunBlocks blocks;
  private final JourneyNames journeys;
  private final CurrentUser user;
  private final Texts texts;

  IncidentWords(
      InstanceMonitor monitor,
      RunReport runs,
      RunBlocks blocks,
      JourneyNames journeys,
      CurrentUser user,
      Texts texts) {
    this.monitor = monitor;
    this.runs = runs;
    this.blocks = blocks;
    this.journeys = journeys;
    this.user = user;
    this.texts = texts;
  }

  /**
   * One open incident.
   *
   * @param journey what the journey is called; empty for an instance that belongs to no run
   * @param block what the block is called, else its element id
   * @param sentence what happened there and what to do
   * @param detail the robot's or the engine's own words
   */
  record Told(Incident incident, String journey, String block, String sentence, String detail) {}

  /** What is a run called, and its blocks by element id. */
  private record Place(String journey, Map<String, String> blocks) {
    static final Place UNKNOWN = new Place("", Map.of());
  }

  /** Everything open, oldest first. */
  List<Told> open() {
    var names = journeys.byKey();
    var places = new HashMap<UUID, Place>();
    return monitor.openIncidents().stream()
        .map(incident -> {
          var run = incident.runId();
          var place =
              run == null ? Place.UNKNOWN : places.computeIfAbsent(run, id -> place(id, names));
          return told(incident, place);
        })
        .toList();
  }

  private Told told(Incident incident, Place place) {
    var block = place.blocks().getOrDefault(incident.elementId(), incident.elementId());
    return new Told(
        incident,
        place.journey(),
        block,
        texts.get(key(texts, incident.errorType()), block),
        Half.of(incident.message()));
  }

  /** The sentence for an engine's error type; what no release knows yet is told in general. */
  static String key(Texts texts, String errorType) {
    var key = SAY + errorType;
    return texts.has(key) ? key : SAY + "UNKNOWN";
  }

  /** Of a run that this person may not see, nothing is named. */
  private Place place(UUID runId, Map<String, String> names) {
    try {
      var run = runs.of(runId, user.get().scope());
      var key = run.journey().key();
      return new Place(
          names.getOrDefault(key, key) + " · v" + run.journey().version(), blocks.names(run));
    } catch (ApiProblem outOfScope) {
      return Place.UNKNOWN;
    }
  }
}
