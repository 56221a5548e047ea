package io.waybot.db.decision;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How many customers the bank wants to be offered a product on each date, over all journeys.
 *
 * @param minimum 0: none wanted
 * @param maximum null: no limit
 * @param penaltyYuan expected value the bank gives up at most for a customer missing to the minimum
 * @param validFrom null: always
 * @param validUntil inclusive; null: for ever
 */
public record ProductGoal(
    String product,
    int minimum,
    @Nullable Integer maximum,
    BigDecimal penaltyYuan,
    @Nullable LocalDate validFrom,
    @Nullable LocalDate validUntil) {

  public boolean holdsOn(LocalDate date) {
    return (validFrom == null || !date.isBefore(validFrom))
        && (validUntil == null || !date.isAfter(validUntil));
  }
}
