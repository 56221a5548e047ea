package io.waybot.bots.evaluate;

import io.waybot.connectors.report.ReportWorkbook;
import io.waybot.connectors.report.ReportWorkbook.Percent;
import io.waybot.db.audience.Audience;
import io.waybot.db.experiment.UpliftReport;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * One run's results as a workbook: every sheet that counts ends in a total that must match the
 * arms.
 */
final class RunReport {
  private final UpliftReport report;
  private final Breakdowns parts;
  private final List<Audience> sets;
  private final ReportWords words;
  private final Map<String, String> names;
  private long rows;

  RunReport(
      UpliftReport report,
      Breakdowns parts,
      List<Audience> sets,
      ReportWords words,
      Map<String, String> names) {
    this.report = report;
    this.parts = parts;
    this.sets = sets;
    this.words = words;
    this.names = names;
  }

  /** Writes the workbook and answers its number of rows. */
  long write(Path path, String journey) throws IOException {
    try (var workbook = new ReportWorkbook(path)) {
      summary(workbook.sheet(words.get("sheet.summary"), 4), journey);
      list(workbook.sheet(words.get("sheet.list"), 4));
      reached(workbook.sheet(words.get("sheet.channels"), 6), "channel.", parts.channels());
      reached(workbook.sheet(words.get("sheet.waves"), 6), "wave.", parts.waves());
      compared(workbook.sheet(words.get("sheet.groups"), 9), parts.groups());
      compared(workbook.sheet(words.get("sheet.units"), 9), parts.units());
      if (!parts.arms().isEmpty()) {
        arms(workbook.sheet(words.get("sheet.arms"), 9));
      }
    }
    return rows;
  }

  private void summary(ReportWorkbook.Sheet sheet, String journey) {
    sheet.strong(words.get("title"), journey);
    sheet.row(words.get("businessDate"), report.businessDate());
    sheet.row(words.get("state"), words.get("state." + report.state()));
    sheet.row(words.get("goal"), String.join(", ", parts.question().products()));
    sheet.row(words.get("window"), report.windowDays());
    sheet.strong(words.all("arm", "customers", "converted", "rate"));
    sheet.row(
        words.get("treatment"),
        report.treatmentCustomers(),
        report.treatmentConverted(),
        new Percent(report.treatmentRate()));
    sheet.row(
        words.get("control"),
        report.controlCustomers(),
        report.controlConverted(),
        new Percent(report.controlRate()));
    sheet.row(words.get("uplift"), new Percent(report.uplift()));
    sheet.row(words.get("interval"), new Percent(report.low()), new Percent(report.high()));
    sheet.row(words.get("srm"), report.srmP());
    sheet.strong(words.get("amounts"));
    sheet.row(words.get("allSales"), report.amountTreatmentYuan());
    sheet.row(words.get("caused"), report.amountCausedYuan());
    sheet.row(
        words.get("interval"),
        Evaluation.yuan(parts.causedLowYuan()),
        Evaluation.yuan(parts.causedHighYuan()));
    var amount = parts.comparedAmount();
    var difference = amount.difference();
    sheet.row(
        amount.column() == null
            ? words.get("perCustomer")
            : words.get("perCustomer") + ": " + amount.column(),
        Evaluation.yuan(difference.yuan()),
        Evaluation.yuan(difference.low()),
        Evaluation.yuan(difference.high()));
    sheet.row(words.get("contacted"), report.contacted());
    sheet.row(words.get("cost"), report.costYuan());
    double causedSales = report.uplift() * report.treatmentCustomers();
    if (causedSales > 0) {
      sheet.row(
          words.get("costPerSale"), Evaluation.yuan(report.costYuan().doubleValue() / causedSales));
    }
    sheet.row(words.get("optedOut"), parts.optedOut());
    rows += sheet.rows();
  }

  /** Where the list went: what was pulled = removed by rule + control + treatment. */
  private void list(ReportWorkbook.Sheet sheet) {
    sheet.strong(words.all("set", "element", "rule", "customers"));
    var pulled = sets.stream().filter(set -> set.name().equals("audience")).toList();
    var pulledAt = pulled.stream().map(Audience::elementId).toList();
    int left = 0;
    for (var set : pulled) {
      sheet.row(words.word("set.", set.name()), set.elementId(), null, set.customers());
      left += set.customers();
    }
    for (var set : sets) {
      if (set.id().equals(parts.question().treatment())) {
        break;
      }
      if (set.name().equals("removed")
          && !pulledAt.contains(set.elementId())
          && set.customers() > 0) {
        sheet.row(words.word("set.", set.name()), set.elementId(), rule(set), -set.customers());
        left -= set.customers();
      }
    }
    int globallyHeldOut = globallyHeldOut();
    if (globallyHeldOut > 0) {
      sheet.row(
          words.word("set.", "removed"),
          null,
          words.word("rule.", "GLOBAL_HOLDOUT"),
          -globallyHeldOut);
      left -= globallyHeldOut;
    }
    sheet.row(words.get("control"), null, null, -report.controlCustomers());
    sheet.strong(words.get("treatment"), null, null, left - report.controlCustomers());
    rows += sheet.rows();
  }

  private @Nullable String rule(Audience removed) {
    var code = removed.ruleCode();
    return code == null ? null : words.word("rule.", code);
  }

  private int globallyHeldOut() {
    return sets.stream()
        .filter(set -> "GLOBAL_HOLDOUT".equals(set.ruleCode()))
        .mapToInt(Audience::customers)
        .findFirst()
        .orElse(0);
  }

  /** Sales by what reached the customer last; the rest bought without any contact before. */
  private void reached(
      ReportWorkbook.Sheet sheet, String prefix, List<Breakdowns.Reached> reached) {
    sheet.strong(words.get("notCausal"));
    sheet.strong(words.all("name", "customers", "converted", "rate", "amount", "cost"));
    int converted = 0;
    var amount = BigDecimal.ZERO;
    for (var part : reached) {
      var yuan = Evaluation.yuan(part.amountYuan());
      sheet.row(
          words.word(prefix, part.name()),
          part.customers(),
          part.converted(),
          new Percent(part.rate()),
          yuan,
          Evaluation.yuan(part.costYuan()));
      converted += part.converted();
      amount = amount.add(yuan);
    }
    sheet.row(
        words.get("withoutContact"),
        null,
        report.treatmentConverted() - converted,
        null,
        report.amountTreatmentYuan().subtract(amount),
        null);
    sheet.strong(
        words.get("total"),
        report.contacted(),
        report.treatmentConverted(),
        null,
        report.amountTreatmentYuan(),
        Evaluation.yuan(report.costYuan().doubleValue()));
    sheet.row(words.get("overlap"));
    rows += sheet.rows();
  }

  /** Parts of the list: their controls add up to all of control. */
  private void compared(ReportWorkbook.Sheet sheet, List<Breakdowns.Part> compared) {
    compared(
        sheet,
        compared,
        sum(compared, Breakdowns.Part::control),
        sum(compared, Breakdowns.Part::controlConverted));
  }

  /** Each arm stands against all of control, so control is not added up. */
  private void arms(ReportWorkbook.Sheet sheet) {
    compared(sheet, parts.arms(), report.controlCustomers(), report.controlConverted());
  }

  private void compared(
      ReportWorkbook.Sheet sheet,
      List<Breakdowns.Part> compared,
      int control,
      int controlConverted) {
    sheet.strong(
        words.all(
            "name",
            "treatment",
            "converted",
            "rate",
            "control",
            "converted",
            "rate",
            "uplift",
            "interval"));
    compared.forEach(part -> compared(sheet, part));
    total(sheet, control, controlConverted, compared);
  }

  private void compared(ReportWorkbook.Sheet sheet, Breakdowns.Part part) {
    var effect = part.effect();
    sheet.row(
        part.name().isEmpty() ? words.get("none") : names.getOrDefault(part.name(), part.name()),
        part.treatment(),
        part.treatmentConverted(),
        new Percent(effect.treatmentRate()),
        part.control(),
        part.controlConverted(),
        new Percent(effect.controlRate()),
        new Percent(effect.uplift()),
        new Percent(effect.low()),
        new Percent(effect.high()));
  }

  private void total(
      ReportWorkbook.Sheet sheet,
      int control,
      int controlConverted,
      List<Breakdowns.Part> compared) {
    sheet.strong(
        words.get("total"),
        sum(compared, Breakdowns.Part::treatment),
        sum(compared, Breakdowns.Part::treatmentConverted),
        new Percent(report.treatmentRate()),
        control,
        controlConverted,
        new Percent(report.controlRate()),
        new Percent(report.uplift()),
        new Percent(report.low()),
        new Percent(report.high()));
    rows += sheet.rows();
  }

  private static int sum(List<Breakdowns.Part> parts, ToIntFunction<Breakdowns.Part> which) {
    return parts.stream().mapToInt(which).sum();
  }
}
