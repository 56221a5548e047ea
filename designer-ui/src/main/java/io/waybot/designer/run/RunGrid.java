package io.waybot.designer.run;

import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.router.RouterLink;
import io.waybot.designer.shell.Formats;
import io.waybot.designer.shell.StateMessage;
import io.waybot.designer.shell.Texts;
import io.waybot.runtime.access.CurrentUser;
import io.waybot.runtime.run.RunList;
import java.time.ZoneId;

/** Runs, newest first, paged in the database. */
class RunGrid extends Grid<RunList.Row> {
  private final RunList runs;
  private final CurrentUser user;

  RunGrid(RunList runs, CurrentUser user, Texts texts, ZoneId zone) {
    this.runs = runs;
    this.user = user;
    addComponentColumn(run ->
            new RouterLink(
                RunWords.journey(run),
                RunPage.class,
                new RouteParameters("id", run.id().toString())))
        .setHeader(texts.get("run.journey"))
        .setAutoWidth(true);
    addColumn(run -> Formats.day(run.businessDate()))
        .setHeader(texts.get("run.date"))
        .setAutoWidth(true);
    addColumn(run ->
            texts.get("run.kind." + run.kind()) + (run.attempt() > 1 ? " #" + run.attempt() : ""))
        .setHeader(texts.get("run.kind"))
        .setAutoWidth(true);
    addComponentColumn(run -> RunWords.state(texts, run.state().name()))
        .setHeader(texts.get("run.state"))
        .setAutoWidth(true);
    addColumn(run -> Formats.moment(run.startedAt(), zone))
        .setHeader(texts.get("run.started"))
        .setAutoWidth(true);
    addColumn(run -> RunWords.took(texts, run.startedAt(), run.finishedAt()))
        .setHeader(texts.get("run.took"))
        .setAutoWidth(true);
    addColumn(RunList.Row::startedBy).setHeader(texts.get("run.by")).setAutoWidth(true);
    addComponentColumn(run -> RunWords.reason(texts, run.state().name(), run.stateReason()))
        .setHeader(texts.get("run.reason"))
        .setFlexGrow(1);
    setEmptyStateComponent(StateMessage.empty(texts.get("run.none"), texts.get("run.none.what")));
    setSizeFull();
  }

  /** Shows the runs of a filter. */
  void show(RunList.Filter filter) {
    var scope = user.get().scope();
    setItems(
        query -> runs.page(filter, scope, query.getOffset(), query.getLimit()).stream(),
        query -> runs.count(filter, scope));
  }
}
