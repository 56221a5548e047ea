package io.waybot.designer.operations;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.router.Route;
import io.waybot.designer.operations.IncidentWords.Told;
import io.waybot.designer.shell.Attempt;
import io.waybot.designer.shell.Formats;
import io.waybot.designer.shell.MenuGroup;
import io.waybot.designer.shell.Notice;
import io.waybot.designer.shell.Page;
import io.waybot.designer.shell.PageHeader;
import io.waybot.designer.shell.StateMessage;
import io.waybot.designer.shell.Texts;
import io.waybot.runtime.monitor.InstanceMonitor;
import jakarta.annotation.security.RolesAllowed;
import java.time.ZoneId;
import org.springframework.beans.factory.annotation.Value;

/** What the engine could not go on with, what to do, and the button that lets it try again. */
@Route("incidents")
@Page(text = "incidents.title", menu = MenuGroup.OPERATIONS, order = 20)
@RolesAllowed("ADMIN")
class IncidentsView extends VerticalLayout {
  private final InstanceMonitor monitor;
  private final IncidentWords words;
  private final Texts texts;
  private final Attempt attempt;
  private final Grid<Told> grid = new Grid<>();

  IncidentsView(
      InstanceMonitor monitor,
      IncidentWords words,
      Texts texts,
      Attempt attempt,
      @Value("${waybot.zone}") ZoneId zone) {
    this.monitor = monitor;
    this.words = words;
    this.texts = texts;
    this.attempt = attempt;
    setSizeFull();
    grid.addColumn(told -> Formats.moment(told.incident().raisedAt(), zone))
        .setHeader(texts.get("incidents.when"))
        .setAutoWidth(true)
        .setFlexGrow(0);
    grid.addComponentColumn(this::journey)
        .setHeader(texts.get("run.journey"))
        .setAutoWidth(true)
        .setFlexGrow(0);
    grid.addColumn(Told::block)
        .setHeader(texts.get("incidents.element"))
        .setAutoWidth(true)
        .setFlexGrow(0);
    grid.addComponentColumn(this::message).setHeader(texts.get("incidents.message")).setFlexGrow(1);
    grid.addComponentColumn(this::retry).setAutoWidth(true).setFlexGrow(0);
    grid.setEmptyStateComponent(
        StateMessage.empty(texts.get("incidents.none"), texts.get("incidents.none.what")));
    grid.setSizeFull();
    var refresh = new Button(texts.get("robots.refresh"), click -> show());
    add(new PageHeader(texts.get("incidents.title"), texts.get("incidents.what"), refresh), grid);
    show();
  }

  private void show() {
    grid.setItems(words.open());
  }

  private Component journey(Told told) {
    var run = told.incident().runId();
    return run == null ? new Span("–") : new Anchor("runs/" + run, told.journey());
  }

  /** The sentence, and below it the robot's or the engine's own words for whoever wants them. */
  private Component message(Told told) {
    var sentence = new Div(new Span(told.sentence()));
    sentence.addClassName("wb-wrap");
    var detail =
        new Div(new Span(texts.get("incidents.detail", told.detail(), type(told), instance(told))));
    detail.addClassNames("wb-wrap", "wb-muted", "wb-said");
    return new Div(sentence, detail);
  }

  private static String type(Told told) {
    return told.incident().errorType();
  }

  private static String instance(Told told) {
    return String.valueOf(told.incident().instanceKey());
  }

  private Button retry(Told told) {
    return new Button(
        texts.get("incidents.retry"),
        click -> {
          if (attempt.to(() -> monitor.retry(told.incident().key()))) {
            Notice.good(texts.get("incidents.retried"));
            show();
          }
        });
  }
}
