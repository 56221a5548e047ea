package io.waybot.designer.design;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.BeforeLeaveEvent;
import com.vaadin.flow.router.BeforeLeaveObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import io.waybot.bots.template.LiveChoices;
import io.waybot.db.journey.VersionState;
import io.waybot.designer.shell.Attempt;
import io.waybot.designer.shell.Formats;
import io.waybot.designer.shell.MainLayout;
import io.waybot.designer.shell.Notice;
import io.waybot.designer.shell.Page;
import io.waybot.designer.shell.Texts;
import io.waybot.runtime.access.CurrentUser;
import io.waybot.runtime.journey.Draft;
import io.waybot.runtime.journey.lint.Finding;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

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
  private final JsonMapper json;
  private final Div fields = new Div();
  private final BpmnCanvas canvas;
  private final DesignerBar bar;
  private final DesignerDrawer drawer;
  private final SettingsPanel settings;
  private String drawing = "";
  private String title = "";
  private @Nullable DesignerPresenter presenter;

  DesignerView(
      Texts texts,
      Attempt attempt,
      CanvasConfiguration configuration,
      LiveChoices choices,
      Journeys journeys,
      CurrentUser user,
      JourneyWords words,
      DesignerBarParts parts,
      JsonMapper json) {
    this.texts = texts;
    this.attempt = attempt;
    this.journeys = journeys;
    this.user = user;
    this.words = words;
    this.json = json;
    addClassName("wb-designer");
    canvas = new BpmnCanvas(configuration.in(Texts.language()), "#" + FIELDS);
    drawer = new DesignerDrawer(texts, parts.clock(), canvas::show);
    bar = new DesignerBar(texts, canvas, parts);
    settings = new SettingsPanel(texts, choices.of("products", Texts.language()));
    settings.onChange(() -> attempt.to(this::save));
    settings.onRename((zh, en) -> attempt.to(() -> presenter().named(zh, en)));
    settings.onGive(unit -> attempt.to(() -> presenter().given(unit)));
    fields.setId(FIELDS);
    fields.addClassName("wb-fields");
    var side = new Div(settings, fields);
    side.addClassName("wb-side");
    var middle = new Div(canvas, side);
    middle.addClassName("wb-middle");
    add(bar, middle, drawer);
    canvas.onChange(change -> attempt.to(() -> drawn(change)));
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
    talk.start();
    if (talk.editable()) {
      add(new FirstVisit(texts));
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
    drawing = draft.version().bpmn();
    settings.show(draft, editable);
    settings.offer(presenter().owners(), draft.journey().ownerOrg());
    canvas.open(drawing);
    refresh(draft, editable);
  }

  @Override
  public void refresh(Draft draft, boolean editable) {
    title = words.name(draft.journey());
    canvas.setEditable(editable);
    bar.show(draft, editable);
    drawer.note(note(draft));
    drawer.versions(presenter().versions());
  }

  @Override
  public void markFindings(List<Finding> findings) {
    var marks = json.createArrayNode();
    for (var finding : findings) {
      if (finding.elementId() != null) {
        marks
            .addObject()
            .put("elementId", finding.elementId())
            .put("severity", finding.severity().name())
            .put("message", finding.message());
      }
    }
    canvas.mark(marks);
    drawer.findings(findings);
    bar.findings((int) findings.stream().filter(Finding::isError).count(), findings.size());
  }

  @Override
  public void changedElsewhere() {
    Notice.bad(texts.get("designer.changedElsewhere"));
  }

  @Override
  public void openFindings() {
    drawer.openFindings();
  }

  private void drawn(JsonNode change) {
    drawing = change.get("xml").asString();
    save();
  }

  private void count(String segment) {
    presenter()
        .customersOf(segment)
        .ifPresent(customers ->
            canvas.counted(segment, texts.get("designer.segmentCount", Formats.count(customers))));
  }

  private void save() {
    presenter().drawn(drawing, settings.settings());
  }

  /** What editing an approved or a live journey means. */
  private String note(Draft draft) {
    if (draft.version().state() == VersionState.APPROVED) {
      return texts.get("designer.approvedNote");
    }
    var live = draft.liveVersion();
    return live == null || live == draft.version().versionNo()
        ? ""
        : texts.get("designer.liveNote", live, draft.version().versionNo());
  }

  private DesignerPresenter presenter() {
    if (presenter == null) {
      throw new IllegalStateException("No journey is open.");
    }
    return presenter;
  }

  private static UUID uuid(String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException e) {
      throw new NotFoundException();
    }
  }
}
