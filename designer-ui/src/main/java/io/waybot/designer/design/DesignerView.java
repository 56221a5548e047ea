package io.waybot.designer.design;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.BeforeLeaveEvent;
import com.vaadin.flow.router.BeforeLeaveObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.shared.Registration;
import io.waybot.bots.template.LiveChoices;
import io.waybot.designer.shell.Attempt;
import io.waybot.designer.shell.Formats;
import io.waybot.designer.shell.MainLayout;
import io.waybot.designer.shell.Notice;
import io.waybot.designer.shell.Page;
import io.waybot.designer.shell.Texts;
import io.waybot.runtime.access.CurrentUser;
import io.waybot.runtime.journey.Clash;
import io.waybot.runtime.journey.Draft;
import io.waybot.runtime.journey.lint.Finding;
import io.waybot.runtime.rehearsal.CustomerWay;
import io.waybot.runtime.rehearsal.RunPicture;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where a planner draws a journey: palette, canvas, fields, findings. */
@Route("journeys/:id")
@Page(text = "designer.title")
@RolesAllowed({"PLANNER", "APPROVER"})
public class DesignerView extends Div
    implements BeforeEnterObserver,
        BeforeLeaveObserver,
        HasDynamicTitle,
        MainLayout.FullWidth,
        DesignerPresenter.Screen {
  private static final String FIELDS = "block-fields";

  private final Texts texts;
  private final Attempt attempt;
  private final Journeys journeys;
  private final CurrentUser user;
  private final JourneyWords words;
  private final DesignerBarParts parts;
  private final Div fields = new Div();
  private final BpmnCanvas canvas;
  private final DesignerBar bar;
  private final DesignerDrawer drawer;
  private final CanvasNumbers numbers;
  private final SettingsPanel settings;
  private String title = "";
  private @Nullable DesignerPresenter presenter;
  private @Nullable Registration polls;
  private @Nullable UnsavedWork unsaved;
  private @Nullable Autosave autosave;

  DesignerView(
      Texts texts,
      Attempt attempt,
      CanvasConfiguration configuration,
      LiveChoices choices,
      Journeys journeys,
      CurrentUser user,
      JourneyWords words,
      DesignerBarParts parts,
      PictureMarks marks,
      TryCustomer.Parts trial) {
    this.texts = texts;
    this.attempt = attempt;
    this.journeys = journeys;
    this.user = user;
    this.words = words;
    this.parts = parts;
    addClassName("wb-designer");
    canvas = new BpmnCanvas(configuration.in(Texts.language()), "#" + FIELDS);
    var rehearsal = new RehearsalTab(texts, marks, new TryCustomer(trial, this::walked));
    numbers = new CanvasNumbers(this, canvas, rehearsal, marks, journeys.live().desk());
    drawer = new DesignerDrawer(texts, parts.clock(), rehearsal, canvas::show);
    bar = new DesignerBar(texts, canvas, parts);
    settings = new SettingsPanel(texts, choices.of("products", Texts.language()));
    settings.onChange(() -> attempt.to(autosave()::set));
    settings.onRename((zh, en) -> attempt.to(() -> presenter().named(zh, en)));
    settings.onGive(unit -> attempt.to(() -> presenter().given(unit)));
    fields.setId(FIELDS);
    fields.addClassName("wb-fields");
    var side = new Div(settings, fields);
    side.addClassName("wb-side");
    var middle = new Div(canvas, side);
    middle.addClassName("wb-middle");
    add(bar, middle, drawer);
    canvas.onChange(change -> attempt.to(() -> autosave().drawn(change)));
    canvas.onUnsaved(lost -> unsaved().offer(lost, autosave()::shown));
    canvas.onSelect(id -> side.setClassName("wb-side" + (id.isEmpty() ? "" : " block")));
    canvas.onCountAsked(this::count);
    canvas.onFailure(message -> Notice.bad(texts.get("designer.unreadable", message)));
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    var id = event.getRouteParameters().get("id").map(DesignerView::uuid).orElseThrow();
    var talk = new DesignerPresenter(journeys, this, user.get(), Texts.language(), id);
    presenter = talk;
    bar.serve(talk, act -> canvas.flush(() -> attempt.to(act)));
    var others = new OthersStrip(texts, parts.clock(), journeys.editors(), talk, user.get(), id);
    unsaved = new UnsavedWork(texts, parts, canvas, talk, others::beat);
    autosave = new Autosave(canvas, settings, numbers, talk);
    talk.start();
    numbers.look(talk.trial());
    if (talk.editable()) {
      add(new FirstVisit(texts));
      addComponentAtIndex(1, others);
    }
  }

  /** Nothing drawn is lost by going to another page. */
  @Override
  public void beforeLeave(BeforeLeaveEvent event) {
    var leaving = event.postpone();
    canvas.flush(leaving::proceed);
  }

  @Override
  public String getPageTitle() {
    return title + " · Waybot";
  }

  @Override
  public void show(Draft draft, boolean editable) {
    var drawing = draft.version().bpmn();
    autosave().shown(drawing);
    settings.show(draft, editable);
    settings.offer(presenter().owners(), draft.journey().ownerOrg());
    if (editable) {
      var owner = user.get().login() + ":" + draft.journey().id();
      canvas.open(drawing, owner, presenter().saving().basis());
    } else {
      canvas.open(drawing);
    }
    refresh(draft, editable);
  }

  @Override
  public void refresh(Draft draft, boolean editable) {
    title = words.name(draft.journey());
    canvas.setEditable(editable);
    bar.show(draft, editable);
    drawer.note(draft);
    drawer.versions(presenter().versions());
  }

  @Override
  public void markFindings(List<Finding> findings) {
    canvas.mark(findings);
    drawer.findings(findings);
    bar.findings((int) findings.stream().filter(Finding::isError).count(), findings.size());
  }

  @Override
  public void clash(Clash clash) {
    unsaved().ask(clash);
  }

  @Override
  public void openFindings() {
    drawer.openFindings();
  }

  @Override
  public void rehearsing(RunPicture picture) {
    drawer.openRehearsal();
    numbers.follow(picture);
  }

  @Override
  protected void onAttach(AttachEvent event) {
    polls = event.getUI().addPollListener(poll -> numbers.look(presenter().trial()));
    numbers.count(presenter().trial());
  }

  @Override
  protected void onDetach(DetachEvent event) {
    numbers.leave();
    event.getUI().setPollInterval(-1);
    if (polls != null) {
      polls.remove();
    }
  }

  private void walked(CustomerWay way) {
    numbers.walk(way);
  }

  private void count(String segment) {
    presenter()
        .trial()
        .customersOf(segment)
        .ifPresent(customers ->
            canvas.counted(segment, texts.get("designer.segmentCount", Formats.count(customers))));
  }

  private DesignerPresenter presenter() {
    if (presenter == null) {
      throw new IllegalStateException("No journey is open.");
    }
    return presenter;
  }

  private Autosave autosave() {
    if (autosave == null) {
      throw new IllegalStateException("No journey is open.");
    }
    return autosave;
  }

  private UnsavedWork unsaved() {
    if (unsaved == null) {
      throw new IllegalStateException("No journey is open.");
    }
    return unsaved;
  }

  private static UUID uuid(String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException e) {
      throw new NotFoundException();
    }
  }
}
