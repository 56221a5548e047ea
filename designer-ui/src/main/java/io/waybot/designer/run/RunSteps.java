package io.waybot.designer.run;

import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Span;
import io.waybot.designer.shell.Formats;
import io.waybot.designer.shell.RobotNames;
import io.waybot.designer.shell.StateMessage;
import io.waybot.designer.shell.Texts;
import io.waybot.runtime.run.RunView;
import java.time.ZoneId;
import java.util.Optional;
import java.util.stream.Collectors;

/** Each robot's step with its time, what went in and what came out. */
class RunSteps extends Grid<RunView.Step> {
  RunSteps(Texts texts, RobotNames robots, ZoneId zone) {
    addColumn(step -> step.elementId() + (step.pass() > 1 ? " #" + step.pass() : ""))
        .setHeader(texts.get("run.step.block"))
        .setAutoWidth(true);
    addColumn(step -> robots.of(step.robot()))
        .setHeader(texts.get("run.step.robot"))
        .setAutoWidth(true);
    addComponentColumn(step -> state(texts, step))
        .setHeader(texts.get("run.state"))
        .setAutoWidth(true);
    addColumn(step -> Formats.moment(step.startedAt(), zone))
        .setHeader(texts.get("run.started"))
        .setAutoWidth(true);
    addColumn(step -> RunWords.took(texts, step.startedAt(), step.finishedAt()))
        .setHeader(texts.get("run.took"))
        .setAutoWidth(true);
    addColumn(step -> Formats.count(step.in()))
        .setHeader(texts.get("run.step.in"))
        .setAutoWidth(true);
    addColumn(step ->
            step.out().entrySet().stream()
                .map(out -> out.getKey() + " " + Formats.count(out.getValue()))
                .collect(Collectors.joining(" · ")))
        .setHeader(texts.get("run.step.out"))
        .setFlexGrow(1);
    addColumn(RunView.Step::attempts).setHeader(texts.get("run.step.attempts")).setAutoWidth(true);
    addColumn(step -> Optional.ofNullable(step.error()).orElse(""))
        .setHeader(texts.get("run.step.error"))
        .setFlexGrow(1);
    setEmptyStateComponent(
        StateMessage.empty(texts.get("run.step.none"), texts.get("run.step.none.what")));
    setSizeFull();
  }

  void show(RunView run) {
    setItems(run.steps());
  }

  private static Span state(Texts texts, RunView.Step step) {
    var span = new Span(texts.get("run.step.state." + step.state()));
    span.addClassName(
        switch (step.state()) {
          case "DONE" -> "wb-good";
          case "FAILED" -> "wb-bad";
          default -> "wb-muted";
        });
    return span;
  }
}
