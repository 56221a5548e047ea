package io.waybot.designer.results;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.router.RouterLink;
import io.waybot.designer.run.CountLink;
import io.waybot.designer.shell.Formats;
import io.waybot.designer.shell.MenuGroup;
import io.waybot.designer.shell.Page;
import io.waybot.designer.shell.PageHeader;
import io.waybot.designer.shell.StateMessage;
import io.waybot.designer.shell.Texts;
import io.waybot.runtime.customer.CustomerLists;
import io.waybot.runtime.results.Coverage;
import io.waybot.runtime.results.JourneyResult;
import io.waybot.runtime.results.ResultsService;
import jakarta.annotation.security.RolesAllowed;

/** Each journey with what it changed, in a sentence. */
@Route("results")
@Page(text = "results.title", menu = MenuGroup.RESULTS, order = 10)
@RolesAllowed({"PLANNER", "APPROVER", "MANAGER", "ANALYST"})
class ResultsView extends VerticalLayout {
  private final Texts texts;

  ResultsView(ResultsService results, Coverage coverage, CustomerLists lists, Texts texts) {
    this.texts = texts;
    add(
        new PageHeader(texts.get("results.title"), texts.get("results.what")),
        new CoverageLine(texts, coverage, new CountLink(lists, texts)));
    var journeys = results.journeys();
    if (journeys.isEmpty()) {
      add(StateMessage.empty(texts.get("results.none"), texts.get("results.none.what")));
    }
    journeys.forEach(result -> add(card(result)));
  }

  private Div card(JourneyResult result) {
    var link =
        new RouterLink(
            ResultWords.name(result),
            ResultPage.class,
            new RouteParameters("journey", result.key()));
    link.addClassName("wb-card-title");
    var card = new Div(link, ResultWords.verdict(result.verdict()));
    var overall = result.overall();
    if (overall != null) {
      var numbers =
          new Span(
              texts.get(
                  "results.line",
                  ResultWords.rate(overall.effect().treatmentRate()),
                  Formats.count(overall.treatment()),
                  ResultWords.rate(overall.effect().controlRate()),
                  Formats.count(overall.control()),
                  Formats.count(result.cohorts().size())));
      numbers.addClassName("wb-muted");
      card.add(numbers);
    }
    card.addClassNames("wb-card", "wb-result-card");
    card.setWidthFull();
    return card;
  }
}
