package io.waybot.designer.results;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Span;
import io.waybot.bots.evaluate.CohortMembers.Count;
import io.waybot.db.experiment.UpliftReport;
import io.waybot.designer.run.CountLink;
import io.waybot.designer.shell.Formats;
import io.waybot.runtime.results.ResultsService;
import java.util.List;

/** Counts of a result that open their customers, for those who may know who is in which arm. */
class ResultCounts {
  private final ResultsService results;
  private final CountLink links;
  private final List<UpliftReport> reports;

  /**
   * @param reports the cohorts that are counted
   */
  ResultCounts(ResultsService results, CountLink links, List<UpliftReport> reports) {
    this.results = results;
    this.links = links;
    this.reports = reports;
  }

  /** The same counts of one cohort alone. */
  ResultCounts of(UpliftReport report) {
    return new ResultCounts(results, links, List.of(report));
  }

  Component count(int customers, String title, Count count) {
    return count(customers, title, count, "");
  }

  Component count(int customers, String title, Count count, String part) {
    return count.tellsArms() && !results.mayKnowArms()
        ? new Span(Formats.count(customers))
        : links.of(customers, title, () -> results.customers(reports, count, part));
  }
}
