package io.waybot.designer.run;

import com.vaadin.flow.component.html.Div;
import io.waybot.designer.design.BpmnCanvas;
import io.waybot.designer.design.CanvasConfiguration;
import io.waybot.designer.shell.Formats;
import io.waybot.designer.shell.Texts;
import io.waybot.runtime.access.CurrentUser;
import io.waybot.runtime.journey.JourneyService;
import io.waybot.runtime.run.RunView;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/** The drawing a run follows, with where its tokens are and the customers at each block. */
class RunDrawing extends Div {
  private final JourneyService journeys;
  private final CurrentUser user;
  private final JsonMapper json;
  private final BpmnCanvas canvas;

  private RunDrawing(
      JourneyService journeys,
      CanvasConfiguration configuration,
      CurrentUser user,
      JsonMapper json) {
    this.journeys = journeys;
    this.user = user;
    this.json = json;
    this.canvas = new BpmnCanvas(configuration.in(Texts.language()));
    canvas.setSizeFull();
    setSizeFull();
    add(canvas);
  }

  /** Shows the version of the journey that this run follows. */
  void open(RunView run) {
    journeys.versions(run.journey().id(), user.get()).stream()
        .filter(version -> version.versionNo() == run.journey().version())
        .findFirst()
        .ifPresent(version -> canvas.open(version.bpmn()));
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
      step.out().forEach((set, customers) -> addCount(counts, step, set, customers));
    }
    canvas.paint(colours);
    canvas.count(counts);
  }

  private static void addCount(ArrayNode counts, RunView.Step step, String set, int customers) {
    boolean removed = set.startsWith("removed");
    var shown = mainSet(step);
    if (!removed && !set.equals(shown)) {
      return;
    }
    var count = counts.addObject();
    count.put("id", step.elementId());
    count.put("text", (removed ? "−" : "") + Formats.count(customers));
    count.put("title", set);
    count.put("kind", removed ? "removed" : "in");
  }

  /** The set a planner looks for first: what goes on from here. */
  private static @Nullable String mainSet(RunView.Step step) {
    for (var name :
        new String[] {
          "audience", "allowed", "treatment", "scored", "sent", "handed", "responded"
        }) {
      if (step.out().containsKey(name)) {
        return name;
      }
    }
    return step.out().keySet().stream().findFirst().orElse(null);
  }

  /** Makes drawings with what Spring knows. */
  @Component
  static class Factory {
    private final JourneyService journeys;
    private final CanvasConfiguration configuration;
    private final CurrentUser user;
    private final JsonMapper json;

    Factory(
        JourneyService journeys,
        CanvasConfiguration configuration,
        CurrentUser user,
        JsonMapper json) {
      this.journeys = journeys;
      this.configuration = configuration;
      this.user = user;
      this.json = json;
    }

    RunDrawing create() {
      return new RunDrawing(journeys, configuration, user, json);
    }
  }
}
