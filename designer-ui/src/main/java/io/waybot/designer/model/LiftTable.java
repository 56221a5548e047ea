package io.waybot.designer.model;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import io.waybot.connectors.model.Measures;
import io.waybot.designer.shell.Formats;
import io.waybot.designer.shell.SmallTable;
import io.waybot.designer.shell.Texts;
import java.util.Locale;

/** Held-out customers in ten parts by score: how much more often the best ones bought. */
class LiftTable extends Div {

  LiftTable(Texts texts, Measures measures) {
    var table =
        new SmallTable(
            texts.get("models.decile"),
            texts.get("models.rows"),
            texts.get("models.positives"),
            texts.get("models.rate"),
            texts.get("models.lift"));
    for (var decile : measures.deciles()) {
      table.row(
          String.valueOf(decile.part()),
          Formats.count(decile.rows()),
          Formats.count(decile.positives()),
          Formats.percent(decile.rate(), 2),
          String.format(Locale.ROOT, "%.2f", decile.lift()));
    }
    add(new H3(texts.get("models.deciles")), table);
  }
}
