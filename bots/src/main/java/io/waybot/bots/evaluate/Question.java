package io.waybot.bots.evaluate;

import io.waybot.bots.experiment.SplitLineage;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is to be evaluated: enough to answer it again tomorrow.
 *
 * @param scopeRunId whose sends and leads count as contacts
 * @param treatment the set of all treated customers, contacted or not
 * @param products whose sales are the goal
 * @param windowDays days from the business date, it included
 * @param controlShare asked for when the arms were split
 * @param arms what treatment was divided into; empty when it was not
 * @param amount a number of the customers' data that is compared too; null: what sales brought
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
    double controlShare,
    List<SplitLineage.Arm> arms,
    @Nullable String amount) {
  @SuppressWarnings("RedundantNullCheck") // absent in questions stored before there were more arms
  public Question {
    products = List.copyOf(products);
    arms = arms == null ? List.of() : List.copyOf(arms);
  }

  /** A question about sales, of an undivided arm treatment. */
  public static Question ofSales(
      UUID runId,
      UUID scopeRunId,
      UUID journeyId,
      LocalDate businessDate,
      UUID treatment,
      UUID control,
      List<String> products,
      int windowDays,
      double controlShare) {
    return new Question(
        runId,
        scopeRunId,
        journeyId,
        businessDate,
        treatment,
        control,
        products,
        windowDays,
        controlShare,
        List.of(),
        null);
  }
}
