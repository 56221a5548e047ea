package io.waybot.designer.model;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import io.waybot.connectors.model.Measures;
import io.waybot.designer.shell.Formats;
import io.waybot.designer.shell.SmallTable;
import io.waybot.designer.shell.Texts;

/** The features that a model leans on most. */
class GainBars extends Div {
  private static final int SHOWN = 10;

  GainBars(Texts texts, Measures measures) {
    var table = new SmallTable(texts.get("models.feature"), texts.get("models.share"), "");
    measures.gains().stream()
        .limit(SHOWN)
        .forEach(gain ->
            table.row(
                new Span(gain.feature()),
                new Span(Formats.percent(gain.share(), 1)),
                bar(gain.share())));
    add(new H3(texts.get("models.features")), table);
  }

  private static ProgressBar bar(double share) {
    var bar = new ProgressBar();
    bar.setValue(Math.clamp(share, 0, 1));
    bar.setWidth("120px");
    return bar;
  }
}
