package io.waybot.designer.results;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Span;
import io.waybot.bots.evaluate.CohortMembers.Count;
import io.waybot.bots.evaluate.Overall;
import io.waybot.bots.evaluate.UpliftEstimator;
import io.waybot.designer.shell.SmallTable;
import io.waybot.designer.shell.Texts;
import java.util.Locale;

/** Both arms with their rates, the difference, its interval, and whether the arms are even. */
class ArmsTable extends Div {
  private static final double SHOWN_AS_LESS = 0.001;

  ArmsTable(Texts texts, Overall all, ResultCounts counts) {
    addClassName("wb-card");
    var effect = all.effect();
    var table =
        new SmallTable(
                "",
                texts.get("results.customers"),
                texts.get("results.sales"),
                texts.get("results.rate"))
            .row(
                new Span(texts.get("results.treatment")),
                counts.count(all.treatment(), texts.get("results.treatment"), Count.TREATMENT),
                counts.count(
                    all.treatmentConverted(), texts.get("results.sales"), Count.TREATMENT_SALES),
                new Span(ResultWords.rate(effect.treatmentRate())))
            .row(
                new Span(texts.get("results.control")),
                counts.count(all.control(), texts.get("results.control"), Count.CONTROL),
                counts.count(
                    all.controlConverted(), texts.get("results.sales"), Count.CONTROL_SALES),
                new Span(ResultWords.rate(effect.controlRate())));
    var uplift = new Div(new Span(ResultWords.points(texts, effect.uplift())));
    uplift.addClassName("wb-big");
    var interval = new Div(new Span(ResultWords.interval(texts, effect)));
    add(new H3(texts.get("results.compared")), table, uplift, interval, ratio(texts, all.srmP()));
  }

  private static Span ratio(Texts texts, double p) {
    boolean even = p >= UpliftEstimator.SAMPLE_RATIO_ALARM;
    var shown = p < SHOWN_AS_LESS ? "< 0.001" : String.format(Locale.ROOT, "%.3f", p);
    var span = new Span(texts.get(even ? "results.even" : "results.uneven", shown));
    span.addClassName(even ? "wb-good" : "wb-bad");
    return span;
  }
}
