package io.waybot.designer.results;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Span;
import io.waybot.bots.evaluate.CohortMembers.Count;
import io.waybot.bots.evaluate.Overall;
import io.waybot.designer.shell.SmallTable;
import io.waybot.designer.shell.Texts;
import java.util.Locale;

/** What the journey did to customers' patience. */
class Guards extends Div {

  private final Overall all;
  private final ResultCounts counts;

  Guards(Texts texts, Overall all, ResultCounts counts) {
    this.all = all;
    this.counts = counts;
    addClassName("wb-card");
    var table =
        new SmallTable("", texts.get("results.customers"), texts.get("results.perThousand"));
    row(table, texts.get("results.contacted"), all.contacted(), Count.CONTACTED);
    row(table, texts.get("results.optedOut"), all.optedOut(), Count.OPTED_OUT);
    row(table, texts.get("results.complaints"), all.complaints(), Count.COMPLAINTS);
    add(new H3(texts.get("results.guards")), table);
  }

  private void row(SmallTable table, String name, int customers, Count count) {
    table.row(
        new Span(name),
        counts.count(customers, name, count),
        new Span(perThousand(customers, all.treatment())));
  }

  private static String perThousand(int part, int of) {
    return of == 0 ? "–" : String.format(Locale.ROOT, "%.1f", 1_000.0 * part / of);
  }
}
