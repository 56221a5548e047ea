package io.waybot.bots.evaluate;

import java.math.BigDecimal;
import java.util.List;

/**
 * A journey's cohorts together; every customer counts in the cohort of the first entry only.
 *
 * @param srmP as in {@link UpliftEstimator#sampleRatioP}, against the share asked for on average
 * @param amountAllYuan all that arm treatment brought, caused or not
 * @param optedOut customers of arm treatment
 * @param amount of the newest cohort's kind
 */
public record Overall(
    int treatment,
    int treatmentConverted,
    int control,
    int controlConverted,
    UpliftEstimator.Effect effect,
    double srmP,
    BigDecimal amountAllYuan,
    UpliftEstimator.Caused caused,
    BigDecimal costYuan,
    int contacted,
    int optedOut,
    int complaints,
    List<Breakdowns.Reached> channels,
    List<Breakdowns.Reached> waves,
    List<Breakdowns.Part> groups,
    List<Breakdowns.Part> units,
    List<Breakdowns.Part> arms,
    ComparedAmount amount) {

  /** Sales that would not have happened without the journey, by the point estimate. */
  public double causedSales() {
    return effect.uplift() * treatment;
  }
}
