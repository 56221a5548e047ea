package io.waybot.designer.run;

import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.waybot.designer.shell.Formats;
import io.waybot.designer.shell.Texts;
import io.waybot.runtime.decision.DecisionView;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;

/** The decision as made and the one that would have been, line by line. */
class WhatIfResult extends Div {
  private record Line(String what, double before, double after) {}

  WhatIfResult(Texts texts, DecisionView.WhatIf both) {
    setId("what-if-result");
    var grid = new Grid<Line>();
    grid.setAllRowsVisible(true);
    grid.addColumn(Line::what).setAutoWidth(true);
    grid.addColumn(line -> LimitWords.amount(line.before()))
        .setHeader(texts.get("decision.before"));
    grid.addColumn(line -> LimitWords.amount(line.after())).setHeader(texts.get("decision.after"));
    grid.addColumn(line -> signed(line.after() - line.before()))
        .setHeader(texts.get("decision.difference"));
    grid.setItems(lines(texts, both.before(), both.after()));
    add(
        grid,
        new Span(
            texts.get(
                "decision.changed",
                Formats.count(both.changed()),
                String.format(Locale.ROOT, "%.1f", both.seconds()))));
  }

  private static List<Line> lines(Texts texts, DecisionView before, DecisionView after) {
    var lines = new ArrayList<Line>();
    var channels = new TreeSet<>(before.chosen().keySet());
    channels.addAll(after.chosen().keySet());
    for (var channel : channels) {
      lines.add(
          new Line(
              texts.get("decision.chosen", texts.get("channel." + channel)),
              before.chosen().getOrDefault(channel, 0),
              after.chosen().getOrDefault(channel, 0)));
    }
    lines.add(new Line(texts.get("decision.money"), before.costYuan(), after.costYuan()));
    lines.add(new Line(texts.get("decision.worthAll"), before.valueYuan(), after.valueYuan()));
    return lines;
  }

  private static String signed(double difference) {
    return (difference > 0 ? "+" : "") + LimitWords.amount(difference);
  }
}
