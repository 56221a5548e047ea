package io.waybot.designer.run;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.waybot.db.audience.Audience;
import io.waybot.designer.shell.Formats;
import io.waybot.designer.shell.Half;
import io.waybot.designer.shell.RobotNames;
import io.waybot.designer.shell.StateMessage;
import io.waybot.designer.shell.Texts;
import io.waybot.runtime.customer.CustomerLists;
import io.waybot.runtime.run.RunView;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Each robot's step with its time, what went in and what came out. */
class RunSteps extends Grid<RunView.Step> {
  private final transient Texts texts;
  private final transient CustomerLists lists;
  private transient List<Audience> sets = List.of();
  private transient Map<String, String> names = Map.of();

  RunSteps(Texts texts, RobotNames robots, CustomerLists lists, ZoneId zone) {
    this.texts = texts;
    this.lists = lists;
    addColumn(step -> RunWords.block(names, step.elementId(), step.pass()))
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
    addComponentColumn(this::out).setHeader(texts.get("run.step.out")).setFlexGrow(1);
    addColumn(RunView.Step::attempts).setHeader(texts.get("run.step.attempts")).setAutoWidth(true);
    addColumn(step -> Optional.ofNullable(step.error()).map(Half::of).orElse(""))
        .setHeader(texts.get("run.step.error"))
        .setFlexGrow(1);
    setEmptyStateComponent(
        StateMessage.empty(texts.get("run.step.none"), texts.get("run.step.none.what")));
    setSizeFull();
  }

  /** What the blocks are called, by element id. */
  void call(Map<String, String> blocks) {
    names = blocks;
  }

  void show(RunView run) {
    sets = lists.setsOf(run.id());
    setItems(run.steps());
  }

  /** What came out, by set; a set that the reader may open is a link. */
  private Div out(RunView.Step step) {
    var out = new Div();
    out.addClassName("wb-row");
    step.out()
        .forEach((name, count) -> {
          var key = "run.set." + name;
          var word = texts.has(key) ? texts.get(key) : name;
          var shown =
              set(step, name, count)
                  .<Component>map(
                      set -> new CountLink(lists, texts).of(count, word, () -> lists.of(set.id())))
                  .orElseGet(() -> new Span(Formats.count(count)));
          out.add(new Span(new Span(word + " "), shown));
        });
    return out;
  }

  private Optional<Audience> set(RunView.Step step, String name, int count) {
    return sets.stream()
        .filter(set -> step.elementId().equals(set.elementId()) && name.equals(set.name()))
        .filter(set -> set.ruleCode() == null && set.customers() == count)
        .findFirst();
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
