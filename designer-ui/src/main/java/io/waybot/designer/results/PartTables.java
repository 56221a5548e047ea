package io.waybot.designer.results;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.waybot.bots.evaluate.Breakdowns.Part;
import io.waybot.bots.evaluate.Breakdowns.Reached;
import io.waybot.designer.shell.Formats;
import io.waybot.designer.shell.SmallTable;
import io.waybot.designer.shell.Texts;
import java.math.BigDecimal;
import java.util.List;

/**
 * The parts of a result; those without a control group of their own say that they prove nothing.
 */
final class PartTables {
  private PartTables() {}

  /** By what was done to customers: not randomised. */
  static Div reached(Texts texts, List<Reached> parts) {
    var table =
        new SmallTable(
            texts.get("results.part"),
            texts.get("results.customers"),
            texts.get("results.sales"),
            texts.get("results.rate"),
            texts.get("results.amount"),
            texts.get("results.costs"));
    for (var part : parts) {
      table.row(
          name(texts, part.name()),
          Formats.count(part.customers()),
          Formats.count(part.converted()),
          ResultWords.rate(part.rate()),
          Formats.yuan(BigDecimal.valueOf(part.amountYuan())),
          Formats.yuan(BigDecimal.valueOf(part.costYuan())));
    }
    return marked(texts, table, parts.isEmpty(), false);
  }

  /** By what customers were before: control exists in each part. */
  static Div compared(Texts texts, List<Part> parts) {
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
      table.row(
          name(texts, part.name()),
          Formats.count(part.treatment()),
          ResultWords.rate(part.effect().treatmentRate()),
          Formats.count(part.control()),
          ResultWords.rate(part.effect().controlRate()),
          ResultWords.points(texts, part.effect().uplift()),
          ResultWords.interval(texts, part.effect()));
    }
    return marked(texts, table, parts.isEmpty(), true);
  }

  private static Div marked(Texts texts, SmallTable table, boolean empty, boolean causal) {
    var mark = new Span(texts.get(causal ? "results.causal" : "results.notCausal"));
    mark.addClassNames("wb-pill", causal ? "wb-pill-good" : "wb-pill-warn");
    var why = new Span(texts.get(causal ? "results.causal.why" : "results.notCausal.why"));
    why.addClassName("wb-muted");
    var tab = new Div(new Div(mark, why));
    tab.add(empty ? new Span(texts.get("results.part.none")) : table);
    tab.addClassName("wb-parts");
    return tab;
  }

  private static String name(Texts texts, String name) {
    if (name.chars().allMatch(Character::isDigit) && name.length() == 1) {
      return texts.get("results.wave", name);
    }
    var key = "channel." + name;
    return texts.has(key) ? texts.get(key) : name;
  }
}
