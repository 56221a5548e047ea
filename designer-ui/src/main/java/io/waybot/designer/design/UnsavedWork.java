package io.waybot.designer.design;

import io.waybot.designer.shell.Formats;
import io.waybot.designer.shell.Texts;
import io.waybot.runtime.journey.Clash;
import java.time.Instant;
import java.util.Locale;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/**
 * What was drawn and is not saved: because another planner saved first, or because the browser died
 * before it could say so. A person decides about both.
 */
class UnsavedWork {
  private final Texts texts;
  private final DesignerBarParts parts;
  private final BpmnCanvas canvas;
  private final DesignerPresenter presenter;
  private final Runnable decided;

  /**
   * @param decided looks around anew, as the question is answered
   */
  UnsavedWork(
      Texts texts,
      DesignerBarParts parts,
      BpmnCanvas canvas,
      DesignerPresenter presenter,
      Runnable decided) {
    this.texts = texts;
    this.parts = parts;
    this.canvas = canvas;
    this.presenter = presenter;
    this.decided = decided;
  }

  /** Asks what is to become of two planners' work on one draft. */
  void ask(Clash clash) {
    var decision =
        new ClashDialog.Decision() {
          @Override
          public void takeOver() {
            settle(presenter.saving()::takeOver);
          }

          @Override
          public void saveAs() {
            parts
                .attempt()
                .get(() ->
                    presenter
                        .saving()
                        .saveAs(
                            texts.getTranslation("clash.copy", Locale.SIMPLIFIED_CHINESE),
                            texts.getTranslation("clash.copy", Locale.ENGLISH)))
                .ifPresent(copy ->
                    canvas.settled(presenter.saving().basis(), () -> JourneysView.open(copy)));
          }

          @Override
          public void loadTheirs() {
            canvas.settled(presenter.saving().basis());
            settle(presenter::start);
          }
        };
    new ClashDialog(texts, clash, parts.clock().getZone(), decision).open();
    decided.run();
  }

  private void settle(Runnable act) {
    if (parts.attempt().to(act)) {
      canvas.settled(presenter.saving().basis());
    }
    decided.run();
  }

  /**
   * Offers what this browser had drawn and the server never got.
   *
   * @param lost when (at, milliseconds) and upon what (basis)
   * @param shown takes the drawing that is on the screen then
   */
  void offer(JsonNode lost, Consumer<String> shown) {
    var at = Instant.ofEpochMilli(lost.get("at").asLong());
    var basis = lost.get("basis").asString();
    new RestoreDialog(
            texts,
            Formats.moment(at, parts.clock().getZone()),
            () ->
                canvas.restore(xml -> {
                  shown.accept(xml);
                  parts.attempt().to(() -> restored(xml, basis));
                }),
            () -> canvas.settled(presenter.saving().basis()))
        .open();
  }

  private void restored(String xml, String basis) {
    if (presenter.saving().restored(xml, basis)) {
      canvas.settled(presenter.saving().basis());
    }
  }
}
