package io.waybot.designer.approval;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParam;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.router.RouterLink;
import io.waybot.designer.design.JourneyWords;
import io.waybot.designer.shell.Formats;
import io.waybot.designer.shell.MenuGroup;
import io.waybot.designer.shell.Page;
import io.waybot.designer.shell.PageHeader;
import io.waybot.designer.shell.StateMessage;
import io.waybot.designer.shell.Texts;
import io.waybot.runtime.access.CurrentUser;
import io.waybot.runtime.journey.ApprovalService;
import io.waybot.runtime.journey.ApprovalService.Waiting;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;

/** What waits for this approver, the most urgent first. */
@Route("approvals")
@Page(text = "approvals.title", menu = MenuGroup.APPROVALS, order = 10)
@RolesAllowed("APPROVER")
class ApprovalsView extends Div {
  private final Texts texts;
  private final JourneyWords words;
  private final Clock clock;

  ApprovalsView(
      Texts texts, JourneyWords words, ApprovalService approvals, CurrentUser user, Clock clock) {
    this.texts = texts;
    this.words = words;
    this.clock = clock;
    addClassName("wb-content");
    add(new PageHeader(texts.get("approvals.title"), texts.get("approvals.what")));
    var waiting = approvals.inbox(user.get());
    if (waiting.isEmpty()) {
      add(StateMessage.empty(texts.get("approvals.none"), texts.get("approvals.none.what")));
    } else {
      var grid = grid();
      grid.setItems(waiting);
      add(grid);
    }
  }

  private Grid<Waiting> grid() {
    var grid = new Grid<Waiting>();
    grid.addColumn(new ComponentRenderer<>(this::link))
        .setHeader(texts.get("approvals.journey"))
        .setFlexGrow(3);
    grid.addColumn(row -> "v" + row.version().versionNo())
        .setHeader(texts.get("approvals.version"));
    grid.addColumn(row -> texts.get("approvals.step." + row.approval().step()))
        .setHeader(texts.get("approvals.step"))
        .setFlexGrow(2);
    grid.addColumn(row -> row.version().author()).setHeader(texts.get("approvals.author"));
    grid.addColumn(new ComponentRenderer<>(this::due)).setHeader(texts.get("approvals.due"));
    grid.addItemClickListener(
        click -> UI.getCurrent().navigate(ApprovalPage.class, to(click.getItem())));
    grid.addClassName("wb-clickable");
    return grid;
  }

  private RouterLink link(Waiting row) {
    return new RouterLink(words.name(row.journey()), ApprovalPage.class, to(row));
  }

  private Span due(Waiting row) {
    var due = new Span(Formats.moment(row.approval().dueAt(), clock.getZone()));
    if (row.approval().dueAt().isBefore(clock.instant())) {
      due.setClassName("wb-chip red");
    }
    return due;
  }

  private static RouteParameters to(Waiting row) {
    return new RouteParameters(new RouteParam("id", row.journey().id().toString()));
  }
}
