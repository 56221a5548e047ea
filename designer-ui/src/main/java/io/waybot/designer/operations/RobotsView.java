package io.waybot.designer.operations;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.router.Route;
import io.waybot.designer.shell.Formats;
import io.waybot.designer.shell.MenuGroup;
import io.waybot.designer.shell.Page;
import io.waybot.designer.shell.PageHeader;
import io.waybot.designer.shell.RobotNames;
import io.waybot.designer.shell.StateMessage;
import io.waybot.designer.shell.Texts;
import io.waybot.runtime.access.CurrentUser;
import io.waybot.runtime.robot.RobotRegistry;
import jakarta.annotation.security.RolesAllowed;
import java.time.ZoneId;
import java.util.Locale;
import org.springframework.beans.factory.annotation.Value;

/** Each robot on each node: alive, busy, throughput; can be paused. */
@Route("robots")
@Page(text = "robots.title", menu = MenuGroup.OPERATIONS, order = 30)
@RolesAllowed("ADMIN")
class RobotsView extends VerticalLayout {
  private final RobotRegistry robots;
  private final CurrentUser user;
  private final Texts texts;
  private final Grid<RobotRegistry.Row> grid = new Grid<>();

  RobotsView(
      RobotRegistry robots,
      RobotNames names,
      CurrentUser user,
      Texts texts,
      @Value("${waybot.zone}") ZoneId zone) {
    this.robots = robots;
    this.user = user;
    this.texts = texts;
    setSizeFull();
    grid.addColumn(row -> names.of(row.heartbeat().robot()))
        .setHeader(texts.get("robots.robot"))
        .setAutoWidth(true);
    grid.addColumn(row -> row.heartbeat().robot())
        .setHeader(texts.get("robots.type"))
        .setAutoWidth(true);
    grid.addColumn(row -> row.heartbeat().node())
        .setHeader(texts.get("robots.node"))
        .setAutoWidth(true);
    grid.addComponentColumn(this::state).setHeader(texts.get("robots.state")).setAutoWidth(true);
    grid.addColumn(row -> Formats.moment(row.heartbeat().seenAt(), zone))
        .setHeader(texts.get("robots.seen"))
        .setAutoWidth(true);
    grid.addColumn(row -> Formats.count(row.heartbeat().done()))
        .setHeader(texts.get("robots.done"))
        .setAutoWidth(true);
    grid.addColumn(row -> Formats.count(row.heartbeat().failed()))
        .setHeader(texts.get("robots.failed"))
        .setAutoWidth(true);
    grid.addColumn(this::average).setHeader(texts.get("robots.average")).setAutoWidth(true);
    grid.addColumn(row -> row.heartbeat().active())
        .setHeader(texts.get("robots.active"))
        .setAutoWidth(true);
    grid.addComponentColumn(this::pause).setAutoWidth(true);
    grid.setEmptyStateComponent(
        StateMessage.empty(texts.get("robots.none"), texts.get("robots.none.what")));
    grid.setSizeFull();
    var refresh = new Button(texts.get("robots.refresh"), click -> refresh());
    add(new PageHeader(texts.get("robots.title"), texts.get("robots.what"), refresh), grid);
    refresh();
  }

  private void refresh() {
    grid.setItems(robots.rows());
  }

  private Span state(RobotRegistry.Row row) {
    var state = row.paused() ? "paused" : row.alive() ? "up" : "down";
    var span = new Span(texts.get("robots.state." + state));
    span.addClassName(
        switch (state) {
          case "up" -> "wb-good";
          case "down" -> "wb-bad";
          default -> "wb-warn";
        });
    return span;
  }

  private String average(RobotRegistry.Row row) {
    long steps = row.heartbeat().done() + row.heartbeat().failed();
    return steps == 0
        ? "–"
        : String.format(Locale.ROOT, "%.1f s", row.heartbeat().busyMillis() / 1000.0 / steps);
  }

  private Component pause(RobotRegistry.Row row) {
    return row.paused()
        ? new Button(
            texts.get("robots.resume"),
            click -> {
              robots.resume(row.heartbeat().robot());
              refresh();
            })
        : new Button(
            texts.get("robots.pause"),
            click -> {
              robots.pause(row.heartbeat().robot(), user.get().login());
              refresh();
            });
  }
}
