package io.waybot.designer.results;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import io.waybot.bots.evaluate.Overall;
import io.waybot.designer.shell.Formats;
import io.waybot.designer.shell.SmallTable;
import io.waybot.designer.shell.Texts;
import java.util.Locale;

/** What the journey did to customers' patience. */
class Guards extends Div {

  Guards(Texts texts, Overall all) {
    addClassName("wb-card");
    var table =
        new SmallTable("", texts.get("results.customers"), texts.get("results.perThousand"))
            .row(
                texts.get("results.contacted"),
                Formats.count(all.contacted()),
                perThousand(all.contacted(), all.treatment()))
            .row(
                texts.get("results.optedOut"),
                Formats.count(all.optedOut()),
                perThousand(all.optedOut(), all.treatment()))
            .row(
                texts.get("results.complaints"),
                Formats.count(all.complaints()),
                perThousand(all.complaints(), all.treatment()));
    add(new H3(texts.get("results.guards")), table);
  }

  private static String perThousand(int part, int of) {
    return of == 0 ? "–" : String.format(Locale.ROOT, "%.1f", 1_000.0 * part / of);
  }
}
