package io.waybot.designer.run;

import com.vaadin.flow.component.html.Div;
import io.waybot.designer.design.BpmnCanvas;
import io.waybot.designer.design.CanvasConfiguration;
import io.waybot.designer.shell.Formats;
import io.waybot.designer.shell.Texts;
import io.waybot.runtime.access.CurrentUser;
import io.waybot.runtime.journey.JourneyService;
import io.waybot.runtime.journey.lint.JourneyLinter;
import io.waybot.runtime.run.RunView;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/** The drawing a run follows, with where its tokens are and the customers at each block. */
class RunDrawing extends Div {
  private static final String NOT_CHOSEN = "notChosen";
  private static final List<String> MAIN_SETS =
      List.of("audience", "allowed", "treatment", "scored", "sent", "handed", "responded");

  private final JourneyService journeys;
  private final JourneyLinter linter;
  private final CurrentUser user;
  private final JsonMapper json;
  private final Texts texts;
  private final BpmnCanvas canvas;

  private RunDrawing(
      JourneyService journeys,
      JourneyLinter linter,
      CanvasConfiguration configuration,
      CurrentUser user,
      JsonMapper json,
      Texts texts) {
    this.journeys = journeys;
    this.linter = linter;
    this.user = user;
    this.json = json;
    this.texts = texts;
    this.canvas = new BpmnCanvas(configuration.in(Texts.language()));
    canvas.setSizeFull();
    setSizeFull();
    add(canvas);
  }

  /**
   * Shows the version of the journey that this run follows.
   *
   * @return what its blocks are called, by element id
   */
  Map<String, String> open(RunView run) {
    var bpmn =
        journeys.versions(run.journey().id(), user.get()).stream()
            .filter(version -> version.versionNo() == run.journey().version())
            .findFirst()
            .orElseThrow()
            .bpmn();
    canvas.open(bpmn);
    return linter.names(bpmn);
  }

  void count(RunView run) {
    var counts = json.createArrayNode();
    var colours = json.createObjectNode();
    for (var element : run.elements()) {
      if (element.incidents() > 0) {
        colours.put(element.elementId(), "wb-incident");
      } else if (element.active() > 0) {
        colours.put(element.elementId(), "wb-active");
      } else if (element.completed() > 0) {
        colours.put(element.elementId(), "wb-done");
      }
    }
    for (var step : run.steps()) {
      addCounts(counts, step);
    }
    canvas.paint(colours);
    canvas.count(counts);
  }

  private void addCount(ArrayNode counts, String elementId, String set, int customers) {
    boolean removed = set.startsWith("removed");
    if (removed && customers == 0) {
      return;
    }
    var count = counts.addObject();
    count.put("id", elementId);
    count.put("text", (removed ? "−" : "") + Formats.count(customers));
    count.put("title", texts.has("run.set." + set) ? texts.get("run.set." + set) : "");
    count.put("kind", removed ? "removed" : "in");
  }

  /** The count a planner looks for first: who goes on from here; behind a decision, the chosen. */
  private void addCounts(ArrayNode counts, RunView.Step step) {
    var out = step.out();
    if (out.containsKey(NOT_CHOSEN)) {
      int all = out.values().stream().mapToInt(Integer::intValue).sum();
      addCount(counts, step.elementId(), "chosen", all - out.getOrDefault(NOT_CHOSEN, 0));
      return;
    }
    MAIN_SETS.stream()
        .filter(out::containsKey)
        .findFirst()
        .ifPresent(set -> addCount(counts, step.elementId(), set, out.getOrDefault(set, 0)));
    if (out.containsKey("removed")) {
      addCount(counts, step.elementId(), "removed", out.getOrDefault("removed", 0));
    }
  }

  /** Makes drawings with what Spring knows. */
  @Component
  static class Factory {
    private final JourneyService journeys;
    private final JourneyLinter linter;
    private final CanvasConfiguration configuration;
    private final CurrentUser user;
    private final JsonMapper json;
    private final Texts texts;

    Factory(
        JourneyService journeys,
        JourneyLinter linter,
        CanvasConfiguration configuration,
        CurrentUser user,
        JsonMapper json,
        Texts texts) {
      this.journeys = journeys;
      this.linter = linter;
      this.configuration = configuration;
      this.user = user;
      this.json = json;
      this.texts = texts;
    }

    RunDrawing create() {
      return new RunDrawing(journeys, linter, configuration, user, json, texts);
    }
  }
}
