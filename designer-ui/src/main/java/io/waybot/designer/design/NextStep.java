package io.waybot.designer.design;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.waybot.db.journey.VersionState;
import io.waybot.designer.shell.Formats;
import io.waybot.designer.shell.Texts;
import io.waybot.runtime.journey.Draft;
import io.waybot.runtime.schedule.LifeEffect;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The one main button, by state: submit, withdraw, go live, today's run; beside it why it waits.
 */
class NextStep extends Div {
  private final Texts texts;
  private final JourneyWords words;
  private final Span why = new Span();
  private final Button button = new Button();
  private @Nullable DesignerPresenter presenter;
  private Consumer<Runnable> savedThen = Runnable::run;
  private @Nullable Draft draft;
  private boolean editable;
  private int errors;

  NextStep(Texts texts, JourneyWords words) {
    this.texts = texts;
    this.words = words;
    addClassName("wb-next");
    why.addClassName("wb-muted");
    button.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_PRIMARY);
    button.setId("next-step");
    button.addClickListener(click -> act());
    add(why, button);
  }

  void serve(DesignerPresenter serving, Consumer<Runnable> afterSaving) {
    presenter = serving;
    savedThen = afterSaving;
  }

  void show(Draft shown, boolean mayEdit) {
    draft = shown;
    editable = mayEdit;
    label();
  }

  void errors(int found) {
    errors = found;
    label();
  }

  private void label() {
    if (draft == null) {
      return;
    }
    var state = draft.version().state();
    button.setText(texts.get("designer.next." + state));
    var blocked = state == VersionState.DRAFT && errors > 0;
    why.setText(blocked ? texts.get("designer.next.findings", errors) : "");
    button.setEnabled(!blocked);
    setVisible(editable || state == VersionState.SUBMITTED || state == VersionState.LIVE);
  }

  private void act() {
    if (draft == null || presenter == null) {
      return;
    }
    switch (draft.version().state()) {
      case DRAFT -> savedThen.accept(presenter.life()::submit);
      case SUBMITTED -> savedThen.accept(presenter.life()::withdraw);
      case APPROVED -> confirmGoingLive(draft, presenter);
      case LIVE, RETIRED -> getUI().ifPresent(ui -> ui.navigate("today"));
    }
  }

  /** Runs of the version that is replaced end as they began. */
  private String goesOn(LifeEffect effect, int live) {
    return effect.running() == 0
        ? ""
        : " " + texts.get("designer.effect.replaced", effect.running(), live);
  }

  private void confirmGoingLive(Draft approved, DesignerPresenter serving) {
    var settings = approved.version().settings();
    var sentence =
        settings.schedule() == null
            ? texts.get("designer.goLive.byHand")
            : texts.get(
                settings.until() == null ? "designer.goLive.openEnded" : "designer.goLive.until",
                words.schedule(settings.schedule()),
                settings.from() == null
                    ? texts.get("designer.goLive.now")
                    : Formats.day(settings.from()),
                settings.until() == null ? "" : Formats.day(settings.until()));
    var dialog = new ConfirmDialog();
    dialog.setHeader(texts.get("designer.next.APPROVED"));
    var live = approved.liveVersion();
    var goesOn = live == null ? "" : goesOn(serving.life().effect(), live);
    dialog.setText(sentence + goesOn);
    dialog.setCancelable(true);
    dialog.setCancelText(texts.get("frame.cancel"));
    dialog.setConfirmText(texts.get("designer.next.APPROVED"));
    dialog.addConfirmListener(confirm -> savedThen.accept(serving.life()::goLive));
    dialog.open();
  }
}
