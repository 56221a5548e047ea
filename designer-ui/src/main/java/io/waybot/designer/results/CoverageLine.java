package io.waybot.designer.results;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.waybot.designer.run.CountLink;
import io.waybot.designer.shell.Formats;
import io.waybot.designer.shell.Texts;
import io.waybot.runtime.results.Coverage;

/** Which share of its customers, and of their assets, any robot decided about in 30 days. */
class CoverageLine extends Div {
  CoverageLine(Texts texts, Coverage coverage, CountLink links) {
    addClassNames("wb-card", "wb-line");
    var share = coverage.lastThirtyDays();
    add(
        new Span(texts.get("results.coverage")),
        new Span(
            links.of(share.decided(), texts.get("results.coverage"), coverage::decided),
            new Span(
                texts.get(
                    "results.coverage.of",
                    Formats.count(share.customers()),
                    Formats.percent(share.customerShare(), 1)))),
        new Span(texts.get("results.coverage.assets", Formats.percent(share.assetShare(), 1))));
  }
}
