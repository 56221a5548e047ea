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
import io.waybot.designer.shell.Attempt;
import io.waybot.designer.shell.Formats;
import io.waybot.designer.shell.MenuGroup;
import io.waybot.designer.shell.Page;
import io.waybot.designer.shell.PageHeader;
import io.waybot.designer.shell.StateMessage;
import io.waybot.designer.shell.Texts;
import io.waybot.designer.version.ChangeWords;
import io.waybot.runtime.access.CurrentUser;
import io.waybot.runtime.journey.ApprovalInbox;
import io.waybot.runtime.journey.ApprovalInbox.Waiting;
import io.waybot.runtime.journey.GoLiveReview;
import io.waybot.runtime.journey.approval.DeputyService;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;

/** What waits for this approver, the most urgent first; what to look at again; who stands in. */
@Route("approvals")
@Page(text = "approvals.title", menu = MenuGroup.APPROVALS, order = 10)
@RolesAllowed("APPROVER")
class ApprovalsView extends Div {
  private final Texts texts;
  private final JourneyWords words;
  private final ChangeWords sentences;
  private final CurrentUser user;
  private final Clock clock;

  ApprovalsView(
      Texts texts,
      JourneyWords words,
      ApprovalInbox inbox,
      GoLiveReview reviews,
      DeputyService deputies,
      ChangeWords sentences,
      Attempt attempt,
      CurrentUser user,
      Clock clock) {
    this.texts = texts;
    this.words = words;
    this.sentences = sentences;
    this.user = user;
    this.clock = clock;
    addClassName("wb-content");
    add(new PageHeader(texts.get("approvals.title"), texts.get("approvals.what")));
    var waiting = inbox.of(user.get());
    if (waiting.isEmpty()) {
      add(StateMessage.empty(texts.get("approvals.none"), texts.get("approvals.none.what")));
    } else {
      var grid = grid();
      grid.setItems(waiting);
      grid.setAllRowsVisible(true);
      add(grid);
    }
    add(
        new ReviewList(texts, words, reviews, attempt, user, clock),
        new DeputyCard(texts, deputies, attempt, user, clock));
  }

  private Grid<Waiting> grid() {
    var grid = new Grid<Waiting>();
    grid.addColumn(new ComponentRenderer<>(this::link))
        .setHeader(texts.get("approvals.journey"))
        .setFlexGrow(3);
    grid.addColumn(row -> "v" + row.version().versionNo())
        .setHeader(texts.get("approvals.version"));
    grid.addComponentColumn(row -> wrapped(changed(row)))
        .setHeader(texts.get("version.changed"))
        .setFlexGrow(4);
    grid.addColumn(row -> String.join(texts.get("list.comma"), row.signed()))
        .setHeader(texts.get("approvals.signed"));
    grid.addColumn(this::step).setHeader(texts.get("approvals.step")).setFlexGrow(2);
    grid.addColumn(row -> row.version().author()).setHeader(texts.get("approvals.author"));
    grid.addColumn(new ComponentRenderer<>(this::due))
        .setHeader(texts.get("approvals.due"))
        .setAutoWidth(true);
    grid.addItemClickListener(
        click -> UI.getCurrent().navigate(ApprovalPage.class, to(click.getItem())));
    grid.addClassName("wb-clickable");
    return grid;
  }

  private RouterLink link(Waiting row) {
    return new RouterLink(words.name(row.journey()), ApprovalPage.class, to(row));
  }

  private String changed(Waiting row) {
    var changes = row.changes();
    return changes == null ? texts.get("approvals.newJourney") : sentences.sentence(changes);
  }

  private static Span wrapped(String sentence) {
    var span = new Span(sentence);
    span.addClassName("wb-wrap");
    span.setTitle(sentence);
    return span;
  }

  /** The signature, and for whom a deputy gives it. */
  private String step(Waiting row) {
    var step = texts.get("approvals.step." + row.approval().step());
    return row.duty().equals(user.get().login())
        ? step
        : step + texts.get("approvals.for", row.duty());
  }

  private Span due(Waiting row) {
    var moment = Formats.moment(row.approval().dueAt(), clock.getZone());
    var late = row.isLate(clock.instant());
    var due = new Span(late ? texts.get("approvals.late", moment) : moment);
    if (late) {
      due.setClassName("wb-chip red");
    }
    return due;
  }

  private static RouteParameters to(Waiting row) {
    return new RouteParameters(new RouteParam("id", row.journey().id().toString()));
  }
}
