package io.waybot.designer.results;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.component.tabs.TabSheet;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import io.waybot.bots.evaluate.Overall;
import io.waybot.db.bank.Role;
import io.waybot.designer.shell.Page;
import io.waybot.designer.shell.PageHeader;
import io.waybot.designer.shell.StateMessage;
import io.waybot.designer.shell.Texts;
import io.waybot.runtime.access.ApiProblem;
import io.waybot.runtime.access.CurrentUser;
import io.waybot.runtime.results.JourneyResult;
import io.waybot.runtime.results.ResultsService;
import jakarta.annotation.security.RolesAllowed;

/** What one journey changed: verdict, arms, money, guard rails, parts, cohorts. */
@Route("results/:journey")
@Page(text = "results.title")
@RolesAllowed({"PLANNER", "APPROVER", "MANAGER", "ANALYST"})
class ResultPage extends VerticalLayout implements BeforeEnterObserver {
  private final ResultsService results;
  private final CurrentUser user;
  private final Texts texts;

  ResultPage(ResultsService results, CurrentUser user, Texts texts) {
    this.results = results;
    this.user = user;
    this.texts = texts;
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    try {
      show(results.journey(event.getRouteParameters().get("journey").orElse("")));
    } catch (ApiProblem unknown) {
      throw new NotFoundException();
    }
  }

  private void show(JourneyResult result) {
    removeAll();
    add(
        new PageHeader(ResultWords.name(result), texts.get("results.one.what"), actions(result)),
        ResultWords.verdict(result.verdict()));
    var overall = result.overall();
    if (overall == null) {
      add(
          StateMessage.empty(
              texts.get("results.notYet"),
              texts.get("results.notYet.what"),
              new Anchor("runs", texts.get("results.runs"))));
      return;
    }
    var top =
        new Div(
            new ArmsTable(texts, overall),
            new MoneyTable(texts, overall),
            new Guards(texts, overall));
    top.addClassName("wb-result-top");
    add(top, parts(overall), new CohortGrid(texts, result.cohorts()));
  }

  private Component[] actions(JourneyResult result) {
    if (!user.get().is(Role.PLANNER)) {
      return new Component[0];
    }
    return new Component[] {
      new Anchor("journeys/" + result.journeyId(), texts.get("results.adjust"))
    };
  }

  private TabSheet parts(Overall overall) {
    var tabs = new TabSheet();
    tabs.setWidthFull();
    tabs.add(texts.get("results.by.channel"), PartTables.reached(texts, overall.channels()));
    tabs.add(texts.get("results.by.wave"), PartTables.reached(texts, overall.waves()));
    tabs.add(texts.get("results.by.group"), PartTables.compared(texts, overall.groups()));
    tabs.add(texts.get("results.by.unit"), PartTables.compared(texts, overall.units()));
    return tabs;
  }
}
