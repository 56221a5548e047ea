package io.waybot.designer.design;

import com.vaadin.flow.component.ClickEvent;
import com.vaadin.flow.component.ComponentEventListener;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import com.vaadin.flow.router.RouterLink;
import io.waybot.designer.shell.Formats;
import io.waybot.designer.shell.Texts;
import io.waybot.runtime.journey.Draft;
import java.time.LocalTime;
import java.util.function.Consumer;

/** The designer's toolbar: what stands here neither wraps nor scrolls at 1366 pixels. */
class DesignerBar extends Div {
  private static final String FULL_SCREEN =
      "this.addEventListener('click', () => document.fullscreenElement"
          + " ? document.exitFullscreen() : document.documentElement.requestFullscreen())";

  private final Texts texts;
  private final DesignerBarParts parts;
  private final BpmnCanvas canvas;
  private final Span name = new Span();
  private final Span state = new Span();
  private final Span saved = new Span();
  private final Button check = new Button();
  private final Button rehearse = new Button();
  private final MenuItem more;
  private final NextStep next;

  DesignerBar(Texts texts, BpmnCanvas canvas, DesignerBarParts parts) {
    this.texts = texts;
    this.parts = parts;
    this.canvas = canvas;
    this.next = new NextStep(texts, parts.words());
    addClassName("wb-tools");
    name.addClassName("wb-tools-name");
    saved.addClassName("wb-muted");
    check.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_TERTIARY);
    check.setId("check");
    rehearse.addThemeVariants(ButtonVariant.LUMO_SMALL);
    rehearse.setId("rehearse");
    rehearse.setText(texts.get("designer.rehearse"));
    var menu = new MenuBar();
    menu.addThemeVariants(MenuBarVariant.LUMO_TERTIARY_INLINE, MenuBarVariant.LUMO_ICON);
    more = menu.addItem(VaadinIcon.ELLIPSIS_DOTS_H.create());
    more.setAriaLabel(texts.get("designer.more"));
    var gap = new Span();
    gap.addClassName("wb-gap");
    var back = new RouterLink("← " + texts.get("designer.back"), JourneysView.class);
    back.addClassName("wb-tools-back");
    add(back, name, state, saved, gap);
    add(tool(VaadinIcon.ARROW_BACKWARD, "undo", click -> canvas.command("undo")));
    add(tool(VaadinIcon.ARROW_FORWARD, "redo", click -> canvas.command("redo")));
    add(tool(VaadinIcon.SEARCH, "find", click -> canvas.command("find")));
    add(tool(VaadinIcon.MINUS, "zoomOut", click -> canvas.zoom(-1)));
    add(tool(VaadinIcon.PLUS, "zoomIn", click -> canvas.zoom(1)));
    add(tool(VaadinIcon.EXPAND_SQUARE, "fit", click -> canvas.command("fit")));
    add(tool(VaadinIcon.MAP_MARKER, "map", click -> canvas.command("minimap")));
    add(fullScreen());
    add(check, rehearse, menu, next);
  }

  /**
   * Connects the buttons with the journey.
   *
   * @param savedThen saves what is not saved yet, then does the act
   */
  void serve(DesignerPresenter presenter, Consumer<Runnable> savedThen) {
    check.addClickListener(click -> savedThen.accept(presenter::check));
    rehearse.addClickListener(click -> savedThen.accept(presenter.trial()::rehearse));
    next.serve(presenter, savedThen);
    item("runNow", () -> savedThen.accept(() -> runNow(presenter.trial())));
    var life = presenter.life();
    item("pause", () -> life("pause", life, () -> savedThen.accept(life::pause)));
    item("resume", () -> life("resume", life, () -> savedThen.accept(life::resume)));
    item("retire", () -> life("retire", life, () -> savedThen.accept(life::retire)));
    item(
        "import",
        () ->
            new ImportDialog(texts, file -> parts.attempt().to(() -> presenter.take(file))).open());
    item("copy", () -> canvas.command("copy"));
    item("paste", () -> canvas.command("paste"));
    item("export", () -> canvas.download("bpmn", fileName() + ".bpmn"));
    item("shortcuts", () -> new ShortcutsDialog(texts).open());
    item("picture", () -> canvas.download("svg", fileName() + ".svg"));
  }

  void show(Draft draft, boolean editable) {
    var journey = draft.journey();
    var version = draft.version();
    name.setText(parts.words().name(journey));
    name.setTitle(parts.words().name(journey));
    state.setText(
        parts
            .words()
            .state(
                version.state(),
                version.versionNo(),
                draft.liveVersion(),
                journey.paused(),
                journey.retired()));
    state.setClassName("wb-chip " + parts.words().tone(version.state(), journey.paused()));
    var at = LocalTime.ofInstant(version.savedAt(), parts.clock().getZone());
    saved.setText(texts.get("designer.saved", Formats.time(at)));
    rehearse.setVisible(editable);
    visible("runNow", draft.liveVersion() != null && editable);
    visible("import", editable);
    visible("paste", editable);
    visible("pause", draft.liveVersion() != null && !journey.paused());
    visible("resume", draft.liveVersion() != null && journey.paused());
    visible("retire", draft.liveVersion() != null);
    next.show(draft, editable);
  }

  void findings(int errors, int all) {
    check.setText(
        all == 0 ? texts.get("designer.check.clean") : texts.get("designer.check.found", all));
    check.setClassName(errors > 0 ? "wb-bad" : "wb-good");
    rehearse.setEnabled(errors == 0);
    next.errors(errors);
  }

  private void life(String act, LifeSteps life, Runnable then) {
    new LifeDialog(texts, parts.clock().getZone(), act, life.effect(), then).open();
  }

  private void runNow(Trial trial) {
    var channels = parts.choices().of("channels", Texts.language());
    new RunNowDialog(
            texts,
            channels,
            trial.runPreview(),
            trial.parameters(),
            given -> parts.attempt().get(() -> trial.runNow(given)))
        .open();
  }

  private String fileName() {
    return name.getText().replaceAll("[\\\\/:*?\"<>|]", "_");
  }

  private void item(String key, Runnable act) {
    more.getSubMenu()
        .addItem(texts.get("designer." + key), click -> act.run())
        .setId("designer-" + key);
  }

  private void visible(String key, boolean visible) {
    more.getSubMenu().getItems().stream()
        .filter(item -> item.getId().filter(("designer-" + key)::equals).isPresent())
        .forEach(item -> item.setVisible(visible));
  }

  /** The browser allows it in the click itself only, hence without the server. */
  private Button fullScreen() {
    var tool = tool(VaadinIcon.EXPAND_FULL, "full", click -> {});
    tool.setId("full-screen");
    tool.getElement().executeJs(FULL_SCREEN);
    return tool;
  }

  private Button tool(
      VaadinIcon icon, String text, ComponentEventListener<ClickEvent<Button>> action) {
    var tool = new Button(icon.create(), action);
    tool.addThemeVariants(
        ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_ICON);
    tool.setTooltipText(texts.get("designer." + text));
    tool.setAriaLabel(texts.get("designer." + text));
    return tool;
  }
}
