package io.waybot.designer.run;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.component.tabs.TabSheet;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import io.waybot.db.bank.Role;
import io.waybot.designer.design.TryCustomer;
import io.waybot.designer.shell.Page;
import io.waybot.designer.shell.RobotNames;
import io.waybot.designer.shell.Texts;
import io.waybot.designer.shell.UnitNames;
import io.waybot.runtime.access.ApiProblem;
import io.waybot.runtime.access.CurrentUser;
import io.waybot.runtime.customer.CustomerLists;
import io.waybot.runtime.decision.RunDecisions;
import io.waybot.runtime.run.RunCustomers;
import io.waybot.runtime.run.RunOutcomes;
import io.waybot.runtime.run.RunReport;
import io.waybot.runtime.run.RunView;
import jakarta.annotation.security.RolesAllowed;
import java.time.ZoneId;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;

/** One run: the drawing with its counts, steps, who was removed and why, channels, leads. */
@Route("runs/:id")
@Page(text = "run.title")
@RolesAllowed({"PLANNER", "APPROVER", "MANAGER", "ADMIN"})
class RunPage extends VerticalLayout implements BeforeEnterObserver {
  private static final int REFRESH_MILLIS = 2_000;
  private static final Set<String> ENDED = Set.of("FINISHED", "FAILED", "CANCELLED", "SKIPPED");
  private final RunReport report;
  private final CurrentUser user;
  private final RunDrawing drawing;
  private final RunHead head;
  private final RunSteps steps;
  private final RunFunnel funnel;
  private final RunChannels channels;
  private final RunDecision decision;
  private final TryCustomer trial;
  private @Nullable UUID runId;

  RunPage(
      RunReport report,
      CustomerLists lists,
      RunCustomers customers,
      RunOutcomes outcomes,
      UnitNames units,
      RunDecisions decisions,
      CurrentUser user,
      Texts texts,
      RobotNames robots,
      RunDrawing.Factory drawings,
      RunHead.Factory heads,
      TryCustomer.Parts trials,
      @Value("${waybot.zone}") ZoneId zone) {
    this.report = report;
    this.user = user;
    this.drawing = drawings.create();
    this.head = heads.create(robots, this::refresh);
    this.steps = new RunSteps(texts, robots, lists, zone);
    this.funnel =
        new RunFunnel(
            lists,
            customers,
            outcomes,
            units,
            texts,
            user.get().isAny(Role.PLANNER, Role.APPROVER, Role.ANALYST, Role.ADMIN));
    this.channels = new RunChannels(texts, customers, outcomes, new CountLink(lists, texts));
    this.decision = new RunDecision(decisions, texts, units);
    setSizeFull();
    var picture = new Div(drawing);
    picture.addClassName("wb-run-drawing");
    var tabs = new TabSheet();
    tabs.setSizeFull();
    tabs.add(texts.get("run.tab.customers"), funnel);
    tabs.add(texts.get("run.tab.steps"), steps);
    tabs.add(texts.get("run.tab.channels"), channels);
    tabs.add(texts.get("decision.tab"), decision);
    trial = new TryCustomer(trials, drawing::walked);
    if (user.get().isAny(Role.PLANNER, Role.APPROVER)) { // others may not know who is control
      add(head, trial, picture, tabs);
    } else {
      add(head, picture, tabs);
    }
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    try {
      runId = UUID.fromString(event.getRouteParameters().get("id").orElse(""));
      var run = report.of(runId, user.get().scope());
      var names = drawing.open(run);
      head.call(names);
      steps.call(names);
      channels.call(names);
      show(run);
    } catch (IllegalArgumentException | ApiProblem unknown) {
      throw new NotFoundException();
    }
  }

  @Override
  protected void onAttach(AttachEvent event) {
    event.getUI().setPollInterval(REFRESH_MILLIS);
    event
        .getUI()
        .addPollListener(poll -> {
          if (isAttached()) {
            refresh();
          }
        });
  }

  @Override
  protected void onDetach(DetachEvent event) {
    event.getUI().setPollInterval(-1);
  }

  private void refresh() {
    if (runId == null) {
      return;
    }
    var run = report.of(runId, user.get().scope());
    show(run);
    if (ENDED.contains(run.state())) {
      getUI().ifPresent(ui -> ui.setPollInterval(-1));
    }
  }

  private void show(RunView run) {
    head.show(run);
    trial.in(run.id());
    drawing.count(run);
    steps.show(run);
    funnel.show(run);
    channels.show(run);
    decision.show(run);
  }
}
