package io.waybot.designer.results;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Span;
import io.waybot.bots.evaluate.CohortMembers.Count;
import io.waybot.designer.shell.Formats;
import io.waybot.designer.shell.SmallTable;
import io.waybot.designer.shell.Texts;
import io.waybot.runtime.results.JourneyResult;
import java.util.List;

/** The customers of each business date, and how long they will still be watched. */
class CohortGrid extends Div {

  CohortGrid(Texts texts, List<JourneyResult.Cohort> cohorts, ResultCounts counts) {
    addClassName("wb-card");
    setWidthFull();
    var table =
        new SmallTable(
                texts.get("results.date"),
                texts.get("results.state"),
                texts.get("results.treatment"),
                texts.get("results.rate"),
                texts.get("results.control"),
                texts.get("results.rate"),
                texts.get("results.uplift"),
                texts.get("results.verdict"))
            .words(2, 8);
    for (var cohort : cohorts) {
      var report = cohort.report();
      table.row(
          new Anchor("runs/" + report.runId(), Formats.day(report.businessDate())),
          new Span(
              cohort.openDays() > 0
                  ? texts.get("results.open", cohort.openDays())
                  : texts.get("results.closed")),
          counts
              .of(report)
              .count(report.treatmentCustomers(), texts.get("results.treatment"), Count.TREATMENT),
          new Span(ResultWords.rate(report.treatmentRate())),
          counts
              .of(report)
              .count(report.controlCustomers(), texts.get("results.control"), Count.CONTROL),
          new Span(ResultWords.rate(report.controlRate())),
          new Span(ResultWords.points(texts, report.uplift())),
          new Span(ResultWords.sentence(cohort.verdict())));
    }
    add(new H3(texts.get("results.cohorts")), table);
  }
}
