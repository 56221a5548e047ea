package io.waybot.bots.evaluate;

import io.waybot.db.experiment.UpliftReport;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.stereotype.Component;

/**
 * Adds up the cohorts of one journey. Cohorts with different control shares are pooled as they are,
 * which is exact only while the share stays the same.
 */
@Component
public class Cohorts {
  private final Evaluation evaluation;

  Cohorts(Evaluation evaluation) {
    this.evaluation = evaluation;
  }

  /**
   * @param reports one per business date, in any order
   */
  public Overall overall(List<UpliftReport> reports) {
    var sum = new Sum();
    reports.stream()
        .sorted(Comparator.comparing(UpliftReport::businessDate))
        .forEach(report -> sum.add(evaluation, report));
    var details = reports.stream().map(evaluation::breakdowns).toList();
    return new Overall(
        sum.treatment.customers(),
        sum.bought,
        sum.control.customers(),
        sum.boughtAnyway,
        UpliftEstimator.effect(
            sum.treatment.customers(),
            sum.bought,
            sum.control.customers(),
            sum.boughtAnyway,
            Evaluation.CONFIDENCE),
        UpliftEstimator.sampleRatioP(
            sum.treatment.customers(), sum.control.customers(), sum.share()),
        Evaluation.yuan(sum.treatment.sum()),
        UpliftEstimator.caused(sum.treatment, sum.control, Evaluation.CONFIDENCE),
        reports.stream().map(UpliftReport::costYuan).reduce(BigDecimal.ZERO, BigDecimal::add),
        reports.stream().mapToInt(UpliftReport::contacted).sum(),
        details.stream().mapToInt(Breakdowns::optedOut).sum(),
        details.stream().mapToInt(Breakdowns::complaints).sum(),
        reached(details, Breakdowns::channels),
        reached(details, Breakdowns::waves),
        parts(details, Breakdowns::groups),
        parts(details, Breakdowns::units));
  }

  /** One cohort by itself, as its report says. */
  public Overall alone(UpliftReport report, Breakdowns parts) {
    return new Overall(
        report.treatmentCustomers(),
        report.treatmentConverted(),
        report.controlCustomers(),
        report.controlConverted(),
        new UpliftEstimator.Effect(
            report.treatmentRate(),
            report.controlRate(),
            report.uplift(),
            report.low(),
            report.high(),
            report.confidence()),
        report.srmP(),
        report.amountTreatmentYuan(),
        new UpliftEstimator.Caused(
            report.amountCausedYuan().doubleValue(), parts.causedLowYuan(), parts.causedHighYuan()),
        report.costYuan(),
        report.contacted(),
        parts.optedOut(),
        parts.complaints(),
        parts.channels(),
        parts.waves(),
        parts.groups(),
        parts.units());
  }

  private static final class Sum {
    private final RoaringBitmap seen = new RoaringBitmap();
    private UpliftEstimator.Amounts treatment = new UpliftEstimator.Amounts(0, 0, 0);
    private UpliftEstimator.Amounts control = new UpliftEstimator.Amounts(0, 0, 0);
    private int bought;
    private int boughtAnyway;
    private double askedForControl;

    void add(Evaluation evaluation, UpliftReport report) {
      var arms = evaluation.arms(evaluation.breakdowns(report).question(), seen);
      seen.or(arms.treatment());
      seen.or(arms.control());
      treatment = treatment.and(arms.treatmentAmounts());
      control = control.and(arms.controlAmounts());
      bought += arms.treatmentConverted();
      boughtAnyway += arms.controlConverted();
      int all = arms.treatmentAmounts().customers() + arms.controlAmounts().customers();
      askedForControl += report.expectedControlShare() * all;
    }

    double share() {
      int all = treatment.customers() + control.customers();
      return all == 0 ? 0 : askedForControl / all;
    }
  }

  private static List<Breakdowns.Reached> reached(
      List<Breakdowns> details, Function<Breakdowns, List<Breakdowns.Reached>> which) {
    var sums = new TreeMap<String, Breakdowns.Reached>();
    details.stream()
        .flatMap(detail -> which.apply(detail).stream())
        .forEach(part -> sums.merge(part.name(), part, Breakdowns.Reached::and));
    return List.copyOf(sums.values());
  }

  private static List<Breakdowns.Part> parts(
      List<Breakdowns> details, Function<Breakdowns, List<Breakdowns.Part>> which) {
    var sums = new TreeMap<String, Breakdowns.Part>();
    details.stream()
        .flatMap(detail -> which.apply(detail).stream())
        .forEach(part -> sums.merge(part.name(), part, Breakdowns.Part::and));
    return List.copyOf(sums.values());
  }
}
