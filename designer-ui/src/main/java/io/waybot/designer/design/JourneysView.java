package io.waybot.designer.design;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParam;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.router.RouterLink;
import io.waybot.db.bank.Role;
import io.waybot.designer.shell.Attempt;
import io.waybot.designer.shell.Formats;
import io.waybot.designer.shell.MenuGroup;
import io.waybot.designer.shell.Page;
import io.waybot.designer.shell.PageHeader;
import io.waybot.designer.shell.StateMessage;
import io.waybot.designer.shell.Texts;
import io.waybot.runtime.access.CurrentUser;
import io.waybot.runtime.journey.JourneyList;
import io.waybot.runtime.journey.JourneyRow;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.UUID;

/** All journeys of a person's part of the organisation: state, version, schedule, last run. */
@Route("journeys")
@Page(text = "journeys.title", menu = MenuGroup.DESIGN, order = 10)
@RolesAllowed({"PLANNER", "APPROVER"})
public class JourneysView extends Div {
  private final Texts texts;
  private final JourneyWords words;
  private final Clock clock;

  JourneysView(
      Texts texts,
      JourneyWords words,
      JourneyList journeys,
      NewJourney newJourney,
      Attempt attempt,
      CurrentUser user,
      Clock clock) {
    this.texts = texts;
    this.words = words;
    this.clock = clock;
    addClassName("wb-content");
    var person = user.get();
    var header = new PageHeader(texts.get("journeys.title"), texts.get("journeys.what"));
    var rows = journeys.of(person);
    add(header);
    if (person.is(Role.PLANNER)) {
      header.add(actions(newJourney, attempt));
    }
    if (rows.isEmpty()) {
      add(StateMessage.empty(texts.get("journeys.none"), texts.get("journeys.none.what")));
    } else {
      var grid = grid();
      grid.setItems(rows);
      add(grid);
    }
  }

  private Div actions(NewJourney newJourney, Attempt attempt) {
    var create = new Button(texts.get("journeys.new"));
    create.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    create.addClickListener(click -> new NewJourneyDialog(texts, newJourney, attempt).open());
    var load = new Button(texts.get("journeys.import"));
    load.addClickListener(click ->
        new ImportDialog(
                texts,
                file -> attempt.get(() -> newJourney.from(file)).ifPresent(JourneysView::open))
            .open());
    var actions = new Div(load, create);
    actions.addClassName("wb-header-actions");
    return actions;
  }

  private Grid<JourneyRow> grid() {
    var grid = new Grid<JourneyRow>();
    grid.addColumn(new ComponentRenderer<>(this::name))
        .setHeader(texts.get("journeys.name"))
        .setFlexGrow(2);
    grid.addColumn(new ComponentRenderer<>(this::state)).setHeader(texts.get("journeys.state"));
    grid.addColumn(this::live).setHeader(texts.get("journeys.live"));
    grid.addColumn(row -> words.schedule(row.schedule())).setHeader(texts.get("journeys.schedule"));
    grid.addColumn(this::lastRun).setHeader(texts.get("journeys.lastRun"));
    grid.addColumn(row -> Formats.day(row.savedAt().atZone(clock.getZone()).toLocalDate()))
        .setHeader(texts.get("journeys.saved"));
    grid.addColumn(JourneyRow::ownerLogin).setHeader(texts.get("journeys.owner"));
    grid.getColumns().forEach(column -> column.setAutoWidth(true));
    grid.addItemClickListener(click -> open(click.getItem().id()));
    grid.addClassName("wb-clickable");
    return grid;
  }

  private RouterLink name(JourneyRow row) {
    var link =
        new RouterLink(words.name(row.nameZh(), row.nameEn()), DesignerView.class, to(row.id()));
    link.getElement().setAttribute("data-journey", row.key());
    return link;
  }

  private Span state(JourneyRow row) {
    var text =
        words.state(row.state(), row.version(), row.liveVersion(), row.paused(), row.retired());
    var chip = new Span(text);
    chip.setClassName("wb-chip " + words.tone(row.state(), row.paused()));
    return chip;
  }

  private String live(JourneyRow row) {
    return row.liveVersion() == null ? texts.get("journeys.notLive") : "v" + row.liveVersion();
  }

  private String lastRun(JourneyRow row) {
    var run = row.lastRun();
    return run == null
        ? texts.get("journeys.neverRun")
        : Formats.day(run.businessDate()) + " · " + texts.get("run.state." + run.state());
  }

  static RouteParameters to(UUID journeyId) {
    return new RouteParameters(new RouteParam("id", journeyId.toString()));
  }

  static void open(UUID journeyId) {
    UI.getCurrent().navigate(DesignerView.class, to(journeyId));
  }
}
