package io.waybot.designer.results;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.component.tabs.TabSheet;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import io.waybot.bots.evaluate.CohortMembers.Count;
import io.waybot.bots.evaluate.Overall;
import io.waybot.db.bank.Role;
import io.waybot.designer.run.CountLink;
import io.waybot.designer.shell.Attempt;
import io.waybot.designer.shell.Page;
import io.waybot.designer.shell.PageHeader;
import io.waybot.designer.shell.StateMessage;
import io.waybot.designer.shell.Texts;
import io.waybot.runtime.access.ApiProblem;
import io.waybot.runtime.access.CurrentUser;
import io.waybot.runtime.access.SignedIn;
import io.waybot.runtime.customer.CustomerLists;
import io.waybot.runtime.journey.JourneyCopies;
import io.waybot.runtime.journey.JourneyLife;
import io.waybot.runtime.results.JourneyResult;
import io.waybot.runtime.results.ResultsService;
import jakarta.annotation.security.RolesAllowed;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;

/** What one journey changed: verdict, arms, money, guard rails, parts, cohorts. */
@Route("results/:journey")
@Page(text = "results.title")
@RolesAllowed({"PLANNER", "APPROVER", "MANAGER", "ANALYST"})
class ResultPage extends VerticalLayout implements BeforeEnterObserver {
  private final ResultsService results;
  private final CurrentUser user;
  private final Texts texts;
  private final CustomerLists lists;
  private final PartNames names;
  private final JourneyLife life;
  private final JourneyCopies copies;
  private final Attempt attempt;

  ResultPage(
      ResultsService results,
      CurrentUser user,
      Texts texts,
      CustomerLists lists,
      PartNames names,
      JourneyLife life,
      JourneyCopies copies,
      Attempt attempt) {
    this.results = results;
    this.lists = lists;
    this.names = names;
    this.life = life;
    this.copies = copies;
    this.attempt = attempt;
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
    var reports = result.cohorts().stream().map(JourneyResult.Cohort::report).toList();
    var counts = new ResultCounts(results, new CountLink(lists, texts), reports);
    var top =
        new Div(
            new ArmsTable(texts, overall, counts),
            new MoneyTable(texts, overall, counts),
            new Guards(texts, overall, counts));
    top.addClassName("wb-result-top");
    add(
        top,
        parts(overall, new PartTables(texts, counts)),
        new CohortGrid(texts, result.cohorts(), counts));
  }

  private Component[] actions(JourneyResult result) {
    if (!user.get().is(Role.PLANNER)) {
      return new Component[0];
    }
    var adjust = new Anchor("journeys/" + result.journeyId(), texts.get("results.adjust"));
    var copy = new Button(texts.get("results.copy"), click -> copy(result));
    return switch (result.life()) {
      case NOT_LIVE -> new Component[] {adjust, copy};
      case LIVE -> new Component[] {adjust, copy, act("results.pause", result, life::pause)};
      case PAUSED -> new Component[] {adjust, copy, act("results.resume", result, life::resume)};
    };
  }

  /** The next journey begins where this one stands. */
  private void copy(JourneyResult result) {
    attempt
        .get(() -> copies.copy(result.journeyId(), user.get(), Texts.language()))
        .ifPresent(id -> getUI().ifPresent(ui -> ui.navigate("journeys/" + id)));
  }

  private Button act(String key, JourneyResult result, BiConsumer<UUID, SignedIn> verb) {
    return new Button(
        texts.get(key),
        click -> {
          if (attempt.to(() -> verb.accept(result.journeyId(), user.get()))) {
            show(results.journey(result.key()));
          }
        });
  }

  private TabSheet parts(Overall overall, PartTables tables) {
    var tabs = new TabSheet();
    tabs.setWidthFull();
    tabs.add(
        texts.get("results.by.channel"),
        tables.reached(overall.channels(), names::channel, Count.CHANNEL, Count.CHANNEL_SALES));
    tabs.add(
        texts.get("results.by.wave"),
        tables.reached(overall.waves(), names::wave, Count.WAVE, Count.WAVE_SALES));
    tabs.add(
        texts.get("results.by.group"),
        tables.compared(
            overall.groups(), names::group, Count.GROUP_TREATMENT, Count.GROUP_CONTROL));
    tabs.add(
        texts.get("results.by.unit"),
        tables.compared(overall.units(), names::unit, Count.UNIT_TREATMENT, Count.UNIT_CONTROL));
    if (!overall.arms().isEmpty()) {
      tabs.add(
          texts.get("results.by.arm"),
          tables.compared(
              overall.arms(), UnaryOperator.identity(), Count.ARM_TREATMENT, Count.ARM_CONTROL));
    }
    return tabs;
  }
}
