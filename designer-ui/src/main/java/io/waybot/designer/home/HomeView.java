package io.waybot.designer.home;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import io.waybot.db.bank.Role;
import io.waybot.designer.shell.Formats;
import io.waybot.designer.shell.MenuGroup;
import io.waybot.designer.shell.Page;
import io.waybot.designer.shell.PageHeader;
import io.waybot.designer.shell.Texts;
import io.waybot.runtime.access.CurrentUser;
import io.waybot.runtime.access.SignedIn;
import io.waybot.runtime.rules.BusinessDate;
import jakarta.annotation.security.PermitAll;

/** Home; staff, managers and analysts without another role go straight to their work. */
@Route("")
@Page(text = "home.title", menu = MenuGroup.HOME, order = 10)
@PermitAll
class HomeView extends VerticalLayout implements BeforeEnterObserver {
  private final SignedIn person;

  HomeView(CurrentUser user, BusinessDate dates, HomeCards cards, BankCards bank, Texts texts) {
    person = user.get();
    var start = new Anchor("journeys", texts.get("home.new"));
    start.addClassName("wb-primary-link");
    start.setVisible(person.is(Role.PLANNER));
    add(
        new PageHeader(
            texts.get("home.hello", person.name(Texts.language())),
            texts.get("home.day", Formats.day(dates.now().date())),
            start));
    if (person.is(Role.APPROVER)) {
      add(cards.inbox(person));
    }
    if (person.is(Role.PLANNER)) {
      add(cards.forMe(person));
    }
    if (person.isAny(Role.PLANNER, Role.ADMIN, Role.APPROVER)) {
      add(cards.today(person));
    }
    if (person.isAny(Role.APPROVER, Role.ADMIN)) {
      add(bank.sentToday());
    }
    if (person.is(Role.ADMIN)) {
      add(bank.operations());
    }
    if (person.isAny(Role.PLANNER, Role.APPROVER, Role.ANALYST)) {
      add(cards.results());
    }
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    if (person.isAny(Role.PLANNER, Role.APPROVER, Role.ADMIN)) {
      return;
    }
    if (person.is(Role.MANAGER)) {
      event.forwardTo("team");
    } else if (person.is(Role.STAFF)) {
      event.forwardTo("leads");
    } else if (person.is(Role.ANALYST)) {
      event.forwardTo("models");
    }
  }
}
