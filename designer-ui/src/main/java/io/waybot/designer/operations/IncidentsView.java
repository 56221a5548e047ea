package io.waybot.designer.operations;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.router.Route;
import io.waybot.designer.shell.Attempt;
import io.waybot.designer.shell.Formats;
import io.waybot.designer.shell.Half;
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

/** What the engine could not go on with, and the button that lets it try again. */
@Route("incidents")
@Page(text = "incidents.title", menu = MenuGroup.OPERATIONS, order = 20)
@RolesAllowed("ADMIN")
class IncidentsView extends VerticalLayout {
  IncidentsView(
      InstanceMonitor monitor, Texts texts, Attempt attempt, @Value("${waybot.zone}") ZoneId zone) {
    setSizeFull();
    var grid = new Grid<InstanceMonitor.Incident>();
    grid.addColumn(incident -> Formats.moment(incident.raisedAt(), zone))
        .setHeader(texts.get("incidents.when"))
        .setAutoWidth(true);
    grid.addColumn(InstanceMonitor.Incident::elementId)
        .setHeader(texts.get("incidents.element"))
        .setAutoWidth(true);
    grid.addColumn(incident -> type(texts, incident.errorType()))
        .setHeader(texts.get("incidents.type"))
        .setAutoWidth(true);
    grid.addComponentColumn(incident -> wrapped(Half.of(incident.message())))
        .setHeader(texts.get("incidents.message"))
        .setFlexGrow(1);
    grid.addColumn(incident -> String.valueOf(incident.instanceKey()))
        .setHeader(texts.get("incidents.instance"))
        .setAutoWidth(true);
    grid.addComponentColumn(incident ->
            new Button(
                texts.get("incidents.retry"),
                click -> {
                  if (attempt.to(() -> monitor.retry(incident.key()))) {
                    Notice.good(texts.get("incidents.retried"));
                    grid.setItems(monitor.openIncidents());
                  }
                }))
        .setAutoWidth(true);
    grid.setItems(monitor.openIncidents());
    grid.setEmptyStateComponent(
        StateMessage.empty(texts.get("incidents.none"), texts.get("incidents.none.what")));
    grid.setSizeFull();
    var refresh =
        new Button(texts.get("robots.refresh"), click -> grid.setItems(monitor.openIncidents()));
    add(new PageHeader(texts.get("incidents.title"), texts.get("incidents.what"), refresh), grid);
  }

  private static String type(Texts texts, String errorType) {
    var key = "incidents.type." + errorType;
    return texts.has(key) ? texts.get(key) : errorType;
  }

  private static Span wrapped(String text) {
    var span = new Span(text);
    span.addClassName("wb-wrap");
    return span;
  }
}
