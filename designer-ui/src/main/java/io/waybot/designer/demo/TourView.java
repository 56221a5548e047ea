package io.waybot.designer.demo;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.router.Route;
import io.waybot.designer.shell.MenuGroup;
import io.waybot.designer.shell.Page;
import io.waybot.designer.shell.PageHeader;
import io.waybot.designer.shell.Texts;
import io.waybot.runtime.access.CurrentUser;
import io.waybot.runtime.access.SignedIn;
import io.waybot.runtime.journey.JourneyList;
import io.waybot.runtime.run.RunList;
import jakarta.annotation.security.PermitAll;
import java.util.List;

/** Five minutes for a bank: each step says as whom, what to see, and leads there. */
@Route("tour")
@Page(text = "tour.title", menu = MenuGroup.DEMO, order = 10)
@PermitAll
class TourView extends VerticalLayout {
  private static final String STARTER = "deposit_daily";

  private record Step(String time, String page) {}

  TourView(JourneyList journeys, RunList runs, CurrentUser user, Texts texts) {
    var person = user.get();
    var run = starterRun(runs, person);
    var journey =
        journeys.of(person).stream()
            .filter(row -> row.key().equals(STARTER))
            .findFirst()
            .map(row -> "journeys/" + row.id())
            .orElse("journeys");
    var steps =
        List.of(
            new Step("0:00", run),
            new Step("0:30", ""),
            new Step("1:00", journey),
            new Step("1:30", run),
            new Step("2:15", "journeys"),
            new Step("2:45", "approvals"),
            new Step("3:15", "leads"),
            new Step("3:45", "why?customer=103269"),
            new Step("4:15", "team"),
            new Step("4:40", "robots"));
    add(new PageHeader(texts.get("tour.title"), texts.get("tour.what")));
    for (int i = 0; i < steps.size(); i++) {
      add(card(texts, steps.get(i), "tour." + (i + 1)));
    }
  }

  /** The first day's run; the list for those who may not see it. */
  private static String starterRun(RunList runs, SignedIn person) {
    var filter = new RunList.Filter(null, STARTER, null);
    int found = runs.count(filter, person.scope());
    return found == 0
        ? "runs"
        : "runs/" + runs.page(filter, person.scope(), found - 1, 1).getFirst().id();
  }

  private static Div card(Texts texts, Step step, String key) {
    var time = new Span(step.time());
    time.addClassNames("wb-pill", "wb-pill-busy");
    var who = new Span(texts.get(key + ".who"));
    who.addClassName("wb-muted");
    var head = new Div(time, new Anchor(step.page(), texts.get(key)), who);
    head.addClassName("wb-tour-head");
    var card = new Div(head, new Paragraph(texts.get(key + ".see")));
    card.addClassNames("wb-card", "wb-tour");
    card.setWidthFull();
    return card;
  }
}
