package io.waybot.designer.version;

import io.waybot.bots.template.LiveChoices;
import io.waybot.bots.template.TemplateCatalog;
import io.waybot.db.journey.JourneyVersion;
import io.waybot.designer.design.BpmnCanvas;
import io.waybot.designer.design.CanvasConfiguration;
import io.waybot.designer.design.JourneyWords;
import io.waybot.designer.shell.Texts;
import io.waybot.runtime.journey.VersionChanges;
import io.waybot.runtime.journey.lint.JourneyLinter;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Puts two versions side by side. */
@Component
public class Comparisons {
  private final Texts texts;
  private final JourneyWords words;
  private final CanvasConfiguration canvas;
  private final TemplateCatalog catalog;
  private final LiveChoices choices;
  private final JourneyLinter linter;
  private final JsonMapper json;

  Comparisons(
      Texts texts,
      JourneyWords words,
      CanvasConfiguration canvas,
      TemplateCatalog catalog,
      LiveChoices choices,
      JourneyLinter linter,
      JsonMapper json) {
    this.texts = texts;
    this.words = words;
    this.canvas = canvas;
    this.catalog = catalog;
    this.choices = choices;
    this.linter = linter;
    this.json = json;
  }

  /** Both drawings coloured, and below them field by field what differs. */
  public SideBySide of(JourneyVersion before, JourneyVersion after, VersionChanges changes) {
    var names = linter.names(before.bpmn());
    var both = new java.util.HashMap<>(names);
    both.putAll(linter.names(after.bpmn()));
    var table =
        new ChangeTable(
            texts,
            new FieldWords(texts, catalog, choices),
            new SettingWords(texts, json),
            changes,
            both);
    return new SideBySide(texts, drawing(before), drawing(after), changes, table, json);
  }

  private SideBySide.Drawn drawing(JourneyVersion version) {
    var drawing = new BpmnCanvas(canvas.in(Texts.language()));
    drawing.open(version.bpmn());
    var state = texts.get("journey.state." + version.state(), version.versionNo());
    return new SideBySide.Drawn("v" + version.versionNo() + " · " + state, drawing);
  }
}
