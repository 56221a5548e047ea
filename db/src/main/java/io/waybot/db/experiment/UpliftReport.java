package io.waybot.db.experiment;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * What a run changed: all of arm treatment against control, contacted or not.
 *
 * @param uplift treatment rate − control rate, with its interval {@code low} to {@code high}
 * @param srmP probability of arms this uneven by chance, given the share asked for
 * @param amountCausedYuan what treatment brought beyond what control says it would have brought
 *     anyway
 * @param detail JSON: the question asked, intervals of amounts, breakdowns
 */
public record UpliftReport(
    UUID runId,
    UUID journeyId,
    LocalDate businessDate,
    State state,
    Instant computedAt,
    int windowDays,
    int treatmentCustomers,
    int treatmentConverted,
    int controlCustomers,
    int controlConverted,
    double treatmentRate,
    double controlRate,
    double uplift,
    double low,
    double high,
    double confidence,
    double srmP,
    double expectedControlShare,
    BigDecimal amountTreatmentYuan,
    BigDecimal amountControlYuan,
    BigDecimal amountCausedYuan,
    BigDecimal costYuan,
    int contacted,
    String detail) {

  /** Recomputed until the attribution window has closed. */
  public enum State {
    PROVISIONAL,
    FINAL
  }
}
