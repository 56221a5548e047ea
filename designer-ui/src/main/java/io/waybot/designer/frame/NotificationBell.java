package io.waybot.designer.frame;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.popover.Popover;
import io.waybot.db.bank.Role;
import io.waybot.db.journey.VersionState;
import io.waybot.designer.shell.Formats;
import io.waybot.designer.shell.FrameItem;
import io.waybot.designer.shell.Texts;
import io.waybot.runtime.access.CurrentUser;
import io.waybot.runtime.access.SignedIn;
import io.waybot.runtime.journey.ApprovalInbox;
import io.waybot.runtime.journey.GoLiveReview;
import io.waybot.runtime.journey.JourneyList;
import io.waybot.runtime.monitor.InstanceMonitor;
import java.util.ArrayList;
import java.util.List;

/** The bell: what waits for this person, counted anew whenever it is opened. */
@org.springframework.stereotype.Component
class NotificationBell implements FrameItem {
  private static final String LATE = "late";

  private final ApprovalInbox inbox;
  private final GoLiveReview reviews;
  private final JourneyList journeys;
  private final InstanceMonitor monitor;
  private final CurrentUser user;
  private final Texts texts;

  NotificationBell(
      ApprovalInbox inbox,
      GoLiveReview reviews,
      JourneyList journeys,
      InstanceMonitor monitor,
      CurrentUser user,
      Texts texts) {
    this.inbox = inbox;
    this.reviews = reviews;
    this.journeys = journeys;
    this.monitor = monitor;
    this.user = user;
    this.texts = texts;
  }

  private record Waiting(String key, String path, long count) {}

  @Override
  public Place place() {
    return Place.BAR_END;
  }

  @Override
  public int order() {
    return 80;
  }

  @Override
  public boolean visible() {
    return user.find()
        .filter(person -> person.isAny(Role.APPROVER, Role.PLANNER, Role.ADMIN))
        .isPresent();
  }

  @Override
  public Component build() {
    var count = new Span();
    count.addClassName("wb-bell-count");
    var button = new Button(new Div(VaadinIcon.BELL_O.create(), count));
    button.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
    button.setId("bell");
    button.setAriaLabel(texts.get("bar.bell"));
    var list = new Div();
    list.addClassName("wb-bell-list");
    show(list, count);
    var popover = new Popover(list);
    popover.setTarget(button);
    popover.addOpenedChangeListener(change -> {
      if (change.isOpened()) {
        show(list, count);
      }
    });
    return new Div(button, popover);
  }

  private void show(Div list, Span count) {
    var waiting = waiting(user.get()).stream().filter(each -> each.count() > 0).toList();
    long all =
        waiting.stream()
            .filter(each -> !each.key().equals(LATE)) // counted among those that wait already
            .mapToLong(Waiting::count)
            .sum();
    count.setText(all == 0 ? "" : Formats.count(all));
    list.removeAll();
    if (waiting.isEmpty()) {
      list.add(new Span(texts.get("bar.bell.none")));
    }
    waiting.forEach(each ->
        list.add(
            new Anchor(
                each.path(), texts.get("bar.bell." + each.key(), Formats.count(each.count())))));
  }

  private List<Waiting> waiting(SignedIn person) {
    var waiting = new ArrayList<Waiting>();
    if (person.is(Role.APPROVER)) {
      waiting.add(new Waiting("approvals", "approvals", inbox.of(person).size()));
      waiting.add(new Waiting(LATE, "approvals", inbox.late(person)));
      waiting.add(new Waiting("reviews", "approvals", reviews.due(person)));
    }
    if (person.is(Role.PLANNER)) {
      waiting.add(new Waiting("drafts", "journeys", drafts(person)));
    }
    if (person.is(Role.ADMIN)) {
      waiting.add(new Waiting("incidents", "incidents", monitor.openIncidents().size()));
    }
    return waiting;
  }

  private long drafts(SignedIn person) {
    return journeys.of(person).stream()
        .filter(row -> row.ownerLogin().equals(person.login()) && !row.retired())
        .filter(row -> row.state() != VersionState.LIVE)
        .count();
  }
}
