package io.waybot.runtime.demo;

import io.waybot.db.bank.OrgUnits;
import io.waybot.db.model.ModelRegistry;
import io.waybot.db.model.ModelVersion;
import io.waybot.runtime.access.Scope;
import io.waybot.runtime.run.RunReport;
import io.waybot.runtime.run.RunView;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * What the starter run did, beside what a reader should expect: exact where customers are dealt, ≈
 * where a trained model decides. On standard output, each line behind a bar.
 */
@Component
class StarterTable {
  private static final Set<String> ENDED = Set.of("FINISHED", "FAILED", "CANCELLED", "SKIPPED");
  private static final Duration LOOK_EVERY = Duration.ofMillis(500);
  private static final int DOCUMENTED_SIZE = 50_000;
  private static final int LABEL_WIDTH = 46;
  private static final String HEAD_OFFICE = "00";

  private final RunReport report;
  private final OrgUnits units;
  private final ModelRegistry models;

  StarterTable(RunReport report, OrgUnits units, ModelRegistry models) {
    this.report = report;
    this.units = units;
    this.models = models;
  }

  static void say(String line) {
    System.out.println("| " + line);
  }

  /** Waits for the end of the run and prints. */
  void show(java.util.UUID runId, int customers) throws InterruptedException {
    var scope = Scope.below(units.get(HEAD_OFFICE));
    var run = report.of(runId, scope);
    while (!ENDED.contains(run.state())) {
      Thread.sleep(LOOK_EVERY);
      run = report.of(runId, scope);
    }
    say("");
    say(
        "发薪日存款计划 Payday deposits · "
            + run.businessDate()
            + " · "
            + run.state()
            + (run.stateReason() == null ? "" : " · " + run.stateReason()));
    for (var row : rows(run)) {
      say(row.line(customers));
    }
    say("");
  }

  private List<Row> rows(RunView run) {
    var rows = new ArrayList<Row>();
    rows.add(new Row("拉取名单 Pull list", count(run.audience().total()), "12,000"));
    int removed = run.audience().removed().values().stream().mapToInt(Integer::intValue).sum();
    rows.add(new Row("触达规则移除 Removed by contact rules", count(removed), "3,000"));
    rows.add(new Row("对照组 Control", count(run.audience().control()), "904"));
    rows.add(new Row("实验组 Treatment", count(run.audience().treatment()), "8,096"));
    var auc = models.champion(DemoModel.CODE).map(ModelVersion::auc).orElse(Double.NaN);
    rows.add(new Row("模型 Model AUC", String.format(Locale.ROOT, "%.3f", auc), "≈ 0.775"));
    rows.add(new Row("派发线索 Leads", out(run, "decide", "branch"), "360"));
    rows.add(new Row("短信 Texts", out(run, "decide", "sms"), "1,500"));
    rows.add(new Row("App推送 Pushes", out(run, "decide", "push"), "≈ 4,650"));
    rows.add(new Row("邮件 E-mails", out(run, "decide", "email"), "≈ 550"));
    int without = run.audience().notChosen().values().stream().mapToInt(Integer::intValue).sum();
    rows.add(new Row("未选中 Not chosen", count(without), "≈ 1,040"));
    rows.add(new Row("第一波后沉默 Silent after wave 1", out(run, "respond", "silent"), "≈ 6,110"));
    rows.add(new Row("第二波推送 Second wave", sent(run, "push_second"), "≈ 3,850"));
    evaluation(run.evaluation(), rows);
    rows.add(new Row("合计一致 Adds up", run.conserved() ? "✓" : "✗", "✓"));
    return rows;
  }

  private static void evaluation(RunView.Evaluation evaluation, List<Row> rows) {
    rows.add(new Row("实验组办理率 Treatment rate", percent(evaluation.treatmentRate()), "≈ 4.8 %"));
    rows.add(new Row("对照组办理率 Control rate", percent(evaluation.controlRate()), "≈ 2.5 %"));
    rows.add(
        new Row(
            "因旅程增加 Caused by the journey",
            percent(evaluation.uplift())
                + " ["
                + percent(evaluation.low())
                + ", "
                + percent(evaluation.high())
                + "]",
            "≈ 2.3 % [1.2 %, 3.5 %]"));
  }

  private static String out(RunView run, String elementId, String part) {
    return run.steps().stream()
        .filter(step -> step.elementId().equals(elementId) && step.out().containsKey(part))
        .map(step -> count(step.out().get(part)))
        .findFirst()
        .orElse("-");
  }

  private static String sent(RunView run, String elementId) {
    int sent =
        run.dispatches().stream()
            .filter(row -> row.elementId().equals(elementId))
            .mapToInt(RunView.Dispatches::sent)
            .sum();
    return count(sent);
  }

  private static String count(int number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  private static String percent(@org.jspecify.annotations.Nullable Double share) {
    return share == null ? "-" : String.format(Locale.ROOT, "%.1f %%", share * 100);
  }

  /** One line: what, how many, and how many in the bank of the documents. */
  record Row(String what, String got, String expected) {
    String line(int customers) {
      var shown = customers == DOCUMENTED_SIZE ? "(" + expected + ")" : "";
      return what
          + " ".repeat(Math.max(1, LABEL_WIDTH - width(what)))
          + " ".repeat(Math.max(0, 10 - got.length()))
          + got
          + "  "
          + shown;
    }

    /** Chinese characters take two columns on a terminal. */
    private static int width(String text) {
      return text.codePoints().map(c -> c >= 0x2E80 ? 2 : 1).sum();
    }
  }
}
