package io.waybot.bots.evaluate;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * What is to be evaluated: enough to answer it again tomorrow.
 *
 * @param scopeRunId whose sends and leads count as contacts
 * @param treatment the set of all treated customers, contacted or not
 * @param products whose sales are the goal
 * @param windowDays days from the business date, it included
 * @param controlShare asked for when the arms were split
 */
public record Question(
    UUID runId,
    UUID scopeRunId,
    UUID journeyId,
    LocalDate businessDate,
    UUID treatment,
    UUID control,
    List<String> products,
    int windowDays,
    double controlShare) {
  public Question {
    products = List.copyOf(products);
  }
}
