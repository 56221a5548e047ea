package io.waybot.designer.run;

import io.waybot.connectors.report.ReportWorkbook;
import io.waybot.designer.shell.RobotNames;
import io.waybot.designer.shell.Texts;
import io.waybot.runtime.run.RunOutcomes;
import io.waybot.runtime.run.RunView;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/** The numbers of a run's page as a workbook: counts and cost, no customers. */
final class RunWorkbook {
  private final Texts texts;
  private final Locale language;
  private final RobotNames robots;
  private final RunOutcomes outcomes;
  private final Map<String, String> blocks;

  /**
   * @param blocks what the blocks are called, by element id
   */
  RunWorkbook(
      Texts texts,
      Locale language,
      RobotNames robots,
      RunOutcomes outcomes,
      Map<String, String> blocks) {
    this.texts = texts;
    this.language = language;
    this.robots = robots;
    this.outcomes = outcomes;
    this.blocks = blocks;
  }

  private String word(String key) {
    return texts.getTranslation(key, language);
  }

  void write(RunView run, Path path) throws IOException {
    try (var workbook = new ReportWorkbook(path)) {
      customers(run, workbook.sheet(word("run.tab.customers"), 2));
      steps(run, workbook.sheet(word("run.tab.steps"), 6));
      sends(run, workbook.sheet(word("run.tab.channels"), 7));
    }
  }

  private void customers(RunView run, ReportWorkbook.Sheet sheet) {
    var audience = run.audience();
    sheet.strong(word("run.date"), run.businessDate());
    sheet.row(word("run.funnel.total"), audience.total());
    reasons(sheet, "run.funnel.removed", audience.removed());
    sheet.row(word("run.funnel.control"), audience.control());
    sheet.row(word("run.funnel.treatment"), audience.treatment());
    sheet.row(word("run.funnel.chosenCount"), audience.chosen());
    reasons(sheet, "run.funnel.notChosen", audience.notChosen());
    for (var unit : outcomes.leadsByUnit(run.id())) {
      sheet.row(word("run.funnel.leads") + " " + unit.unit(), unit.customers());
    }
    sheet.row(word("run.cost"), outcomes.costYuan(run.id()));
    sheet.strong(word(run.conserved() ? "run.adds" : "run.addsNot"));
  }

  private void reasons(ReportWorkbook.Sheet sheet, String title, Map<String, Integer> counts) {
    counts.forEach((rule, count) -> {
      var key = "rule." + rule.toUpperCase(Locale.ROOT);
      sheet.row(word(title) + ": " + (texts.has(key) ? word(key) : rule), count);
    });
  }

  private void steps(RunView run, ReportWorkbook.Sheet sheet) {
    sheet.strong(
        word("run.step.block"),
        word("run.step.robot"),
        word("run.state"),
        word("run.step.in"),
        word("run.step.out"),
        word("run.step.error"));
    for (var step : run.steps()) {
      sheet.row(
          RunWords.block(blocks, step.elementId(), step.pass()),
          robots.of(step.robot(), language),
          word("run.step.state." + step.state()),
          step.in(),
          step.out().toString(),
          step.error());
    }
  }

  private void sends(RunView run, ReportWorkbook.Sheet sheet) {
    sheet.strong(
        word("run.step.block"),
        word("run.channel"),
        word("run.sent"),
        word("run.pending"),
        word("run.rejected"),
        word("run.withheld"),
        word("run.unknown"));
    for (var sent : run.dispatches()) {
      sheet.row(
          RunWords.block(blocks, sent.elementId(), sent.pass()),
          word("channel." + sent.channel()),
          sent.sent(),
          sent.pending() + sent.claimed() + sent.sending(),
          sent.rejected(),
          sent.withheld(),
          sent.unknown());
    }
  }
}
