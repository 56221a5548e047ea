package io.waybot.designer.design;

import tools.jackson.databind.JsonNode;

/** Carries what is drawn and set on the screen to where it is kept, and tells the browser so. */
class Autosave {
  /** Changes of the drawing are numbered from 1. */
  private static final int NOTHING_DRAWN = -1;

  private final BpmnCanvas canvas;
  private final SettingsPanel settings;
  private final CanvasNumbers numbers;
  private final DesignerPresenter presenter;
  private String drawing = "";

  Autosave(
      BpmnCanvas canvas,
      SettingsPanel settings,
      CanvasNumbers numbers,
      DesignerPresenter presenter) {
    this.canvas = canvas;
    this.settings = settings;
    this.numbers = numbers;
    this.presenter = presenter;
  }

  /** This drawing is on the screen now. */
  void shown(String xml) {
    drawing = xml;
  }

  /** The planner drew: {@code xml} and the change's {@code number}. */
  void drawn(JsonNode change) {
    drawing = change.get("xml").asString();
    save(change.get("number").asInt());
  }

  /** The planner changed a setting of the journey. */
  void set() {
    save(NOTHING_DRAWN);
  }

  private void save(int change) {
    var saving = presenter.saving();
    if (saving.drawn(drawing, settings.settings())) {
      canvas.kept(saving.basis(), change);
    }
    numbers.changed(presenter.trial());
  }
}
