package io.waybot.designer.results;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.waybot.bots.evaluate.Breakdowns.Part;
import io.waybot.bots.evaluate.Breakdowns.Reached;
import io.waybot.bots.evaluate.CohortMembers.Count;
import io.waybot.designer.shell.Formats;
import io.waybot.designer.shell.SmallTable;
import io.waybot.designer.shell.Texts;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * The parts of a result; those without a control group of their own say that they prove nothing.
 */
class PartTables {
  private final Texts texts;
  private final ResultCounts counts;

  PartTables(Texts texts, ResultCounts counts) {
    this.texts = texts;
    this.counts = counts;
  }

  /** By what was done to customers: not randomised. */
  Div reached(List<Reached> parts, UnaryOperator<String> names, Count all, Count sales) {
    var table =
        new SmallTable(
            texts.get("results.part"),
            texts.get("results.customers"),
            texts.get("results.sales"),
            texts.get("results.rate"),
            texts.get("results.amount"),
            texts.get("results.costs"));
    for (var part : parts) {
      var name = names.apply(part.name());
      table.row(
          new Span(name),
          counts.count(part.customers(), name, all, part.name()),
          counts.count(part.converted(), title(name, "results.sales"), sales, part.name()),
          new Span(ResultWords.rate(part.rate())),
          new Span(Formats.yuan(BigDecimal.valueOf(part.amountYuan()))),
          new Span(Formats.yuan(BigDecimal.valueOf(part.costYuan()))));
    }
    return marked(table, parts.isEmpty(), false);
  }

  /** By what customers were before: control exists in each part. */
  Div compared(List<Part> parts, UnaryOperator<String> names, Count treatment, Count control) {
    var table =
        new SmallTable(
            texts.get("results.part"),
            texts.get("results.treatment"),
            texts.get("results.rate"),
            texts.get("results.control"),
            texts.get("results.rate"),
            texts.get("results.uplift"),
            texts.get("results.range"));
    for (var part : parts) {
      var name = names.apply(part.name());
      table.row(
          new Span(name),
          counts.count(part.treatment(), title(name, "results.treatment"), treatment, part.name()),
          new Span(ResultWords.rate(part.effect().treatmentRate())),
          counts.count(part.control(), title(name, "results.control"), control, part.name()),
          new Span(ResultWords.rate(part.effect().controlRate())),
          new Span(ResultWords.points(texts, part.effect().uplift())),
          new Span(ResultWords.interval(texts, part.effect())));
    }
    return marked(table, parts.isEmpty(), true);
  }

  private String title(String name, String key) {
    return name + " · " + texts.get(key);
  }

  private Div marked(SmallTable table, boolean empty, boolean causal) {
    var mark = new Span(texts.get(causal ? "results.causal" : "results.notCausal"));
    mark.addClassNames("wb-pill", causal ? "wb-pill-good" : "wb-pill-warn");
    var why = new Span(texts.get(causal ? "results.causal.why" : "results.notCausal.why"));
    why.addClassName("wb-muted");
    var tab = new Div(new Div(mark, why));
    tab.add(empty ? new Span(texts.get("results.part.none")) : table);
    tab.addClassName("wb-parts");
    return tab;
  }
}
