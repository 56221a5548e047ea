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
import jakarta.annotation.security.PermitAll;
import java.util.List;

/** Five minutes for a bank: each step says as whom, what to see, and leads there. */
@Route("tour")
@Page(text = "tour.title", menu = MenuGroup.DEMO, order = 10)
@PermitAll
class TourView extends VerticalLayout {

  private record Step(String time, String page) {}

  private static final List<Step> STEPS =
      List.of(
          new Step("0:00", "runs"),
          new Step("0:30", ""),
          new Step("1:00", "journeys"),
          new Step("1:30", "contact-rules"),
          new Step("2:15", "journeys"),
          new Step("2:45", "approvals"),
          new Step("3:15", "leads"),
          new Step("3:45", "why?customer=103269"),
          new Step("4:15", "team"),
          new Step("4:40", "robots"));

  TourView(Texts texts) {
    add(new PageHeader(texts.get("tour.title"), texts.get("tour.what")));
    for (int i = 0; i < STEPS.size(); i++) {
      var step = STEPS.get(i);
      var time = new Span(step.time());
      time.addClassNames("wb-pill", "wb-pill-busy");
      var key = "tour." + (i + 1);
      var who = new Span(texts.get(key + ".who"));
      who.addClassName("wb-muted");
      var head = new Div(time, new Anchor(step.page(), texts.get(key)), who);
      head.addClassName("wb-tour-head");
      var card = new Div(head, new Paragraph(texts.get(key + ".see")));
      card.addClassNames("wb-card", "wb-tour");
      card.setWidthFull();
      add(card);
    }
  }
}
