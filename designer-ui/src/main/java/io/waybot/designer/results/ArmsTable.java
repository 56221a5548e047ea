package io.waybot.designer.results;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Span;
import io.waybot.bots.evaluate.Overall;
import io.waybot.bots.evaluate.UpliftEstimator;
import io.waybot.designer.shell.Formats;
import io.waybot.designer.shell.SmallTable;
import io.waybot.designer.shell.Texts;
import java.util.Locale;

/** Both arms with their rates, the difference, its interval, and whether the arms are even. */
class ArmsTable extends Div {
  private static final double SHOWN_AS_LESS = 0.001;

  ArmsTable(Texts texts, Overall all) {
    addClassName("wb-card");
    var effect = all.effect();
    var table =
        new SmallTable(
                "",
                texts.get("results.customers"),
                texts.get("results.sales"),
                texts.get("results.rate"))
            .row(
                texts.get("results.treatment"),
                Formats.count(all.treatment()),
                Formats.count(all.treatmentConverted()),
                ResultWords.rate(effect.treatmentRate()))
            .row(
                texts.get("results.control"),
                Formats.count(all.control()),
                Formats.count(all.controlConverted()),
                ResultWords.rate(effect.controlRate()));
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
