package io.waybot.designer.version;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H4;
import com.vaadin.flow.component.html.Span;
import io.waybot.designer.design.BpmnCanvas;
import io.waybot.designer.shell.Texts;
import io.waybot.runtime.journey.VersionChanges;
import io.waybot.runtime.journey.compare.BlockChange.Kind;
import java.util.Locale;
import java.util.Set;
import tools.jackson.databind.json.JsonMapper;

/** Two drawings with what was added, removed, changed and moved in colours; below them a list. */
public final class SideBySide extends Div {
  private static final Set<Kind> ON_THE_LEFT = Set.of(Kind.REMOVED, Kind.CHANGED, Kind.MOVED);
  private static final Set<Kind> ON_THE_RIGHT = Set.of(Kind.ADDED, Kind.CHANGED, Kind.MOVED);

  private final Drawn after;

  /** A drawing with its heading. */
  record Drawn(String title, BpmnCanvas canvas) {}

  SideBySide(
      Texts texts,
      Drawn before,
      Drawn after,
      VersionChanges changes,
      ChangeTable table,
      JsonMapper json) {
    this.after = after;
    addClassName("wb-compare");
    paint(before, changes, ON_THE_LEFT, json);
    paint(after, changes, ON_THE_RIGHT, json);
    table.onShow(id -> {
      before.canvas().show(id);
      after.canvas().show(id);
    });
    var drawings = new Div(column(before), column(after));
    drawings.addClassName("wb-compare-drawings");
    add(legend(texts), drawings, table);
  }

  /** The newer drawing, to mark and select in. */
  public BpmnCanvas newer() {
    return after.canvas();
  }

  private static void paint(
      Drawn drawing, VersionChanges changes, Set<Kind> kinds, JsonMapper json) {
    var classes = json.createObjectNode();
    changes.blocks().stream()
        .filter(change -> kinds.contains(change.kind()))
        .forEach(change -> classes.put(change.elementId(), "wb-diff-" + low(change.kind())));
    drawing.canvas().paint(classes);
  }

  private static Div column(Drawn drawing) {
    drawing.canvas().setWidthFull();
    drawing.canvas().setHeight("14em");
    return new Div(new H4(drawing.title()), drawing.canvas());
  }

  private static Div legend(Texts texts) {
    var legend = new Div();
    legend.addClassName("wb-line");
    for (var kind : Kind.values()) {
      var entry = new Span(texts.get("version.kind." + kind));
      entry.addClassNames("wb-kind", "wb-kind-" + low(kind));
      legend.add(entry);
    }
    return legend;
  }

  private static String low(Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }
}
