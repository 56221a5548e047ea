package io.waybot.bots.evaluate;

import io.waybot.db.experiment.UpliftReport;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
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
   * @param reports one per business date, in any order; at least one
   */
  public Overall overall(List<UpliftReport> reports) {
    var sum = new Sum(evaluation);
    reports.stream().sorted(Comparator.comparing(UpliftReport::businessDate)).forEach(sum::add);
    var details = sum.details;
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
        sum.contacted,
        details.stream().mapToInt(Breakdowns::optedOut).sum(),
        details.stream().mapToInt(Breakdowns::complaints).sum(),
        reached(details, Breakdowns::channels),
        reached(details, Breakdowns::waves),
        parts(details, Breakdowns::groups),
        parts(details, Breakdowns::units),
        parts(details, Breakdowns::arms),
        amount(details));
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
        parts.units(),
        parts.arms(),
        parts.comparedAmount());
  }

  /** Adds cohorts in the order of their dates; who entered before is left out of later ones. */
  private static final class Sum {
    private final Evaluation evaluation;
    private final RoaringBitmap seen = new RoaringBitmap();
    private final List<Breakdowns> details = new ArrayList<>();
    private UpliftEstimator.Amounts treatment = new UpliftEstimator.Amounts(0, 0, 0);
    private UpliftEstimator.Amounts control = new UpliftEstimator.Amounts(0, 0, 0);
    private int bought;
    private int boughtAnyway;
    private int contacted;
    private double askedForControl;

    Sum(Evaluation evaluation) {
      this.evaluation = evaluation;
    }

    void add(UpliftReport report) {
      var stored = evaluation.breakdowns(report);
      var arms = evaluation.arms(stored.question(), seen);
      boolean everybodyIsNew =
          arms.treatment().getCardinality() == report.treatmentCustomers()
              && arms.control().getCardinality() == report.controlCustomers();
      if (everybodyIsNew) {
        details.add(stored);
        contacted += report.contacted();
      } else {
        var firsts = evaluation.firsts(stored.question(), arms, seen);
        details.add(firsts.parts().atTheCostOf(stored));
        contacted += firsts.contacted();
      }
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

  /** Cohorts that compare another amount than the newest say nothing about it. */
  private static ComparedAmount amount(List<Breakdowns> details) {
    var newest = details.getLast().comparedAmount();
    return details.stream()
        .map(Breakdowns::comparedAmount)
        .filter(amount -> Objects.equals(amount.column(), newest.column()))
        .reduce(ComparedAmount::and)
        .orElse(newest);
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
