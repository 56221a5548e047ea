package io.waybot.bots.evaluate;

import io.waybot.bots.Outcome;
import io.waybot.bots.Robot;
import io.waybot.bots.RobotContext;
import io.waybot.bots.RobotFailure;
import io.waybot.bots.Said;
import io.waybot.bots.experiment.SplitLineage;
import io.waybot.bots.template.BlockGroup;
import io.waybot.bots.template.Field;
import io.waybot.bots.template.RobotInfo;
import io.waybot.db.audience.Audience;
import io.waybot.db.audience.AudienceRef;
import io.waybot.db.audience.AudienceStore;
import io.waybot.db.customer.ColumnType;
import io.waybot.db.customer.Dataset;
import io.waybot.db.customer.DatasetCatalog;
import io.waybot.db.experiment.UpliftReports;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Measures what the run changed so far and keeps the report, which is recomputed until its window
 * closes.
 */
@Component
class EvaluateRunRobot implements Robot<EvaluateRunRobot.Input, EvaluateRunRobot.Output> {
  private static final Set<ColumnType> NUMBERS = EnumSet.of(ColumnType.INT, ColumnType.DECIMAL);
  private final AudienceStore audiences;
  private final Evaluation evaluation;
  private final Goals goals;
  private final UpliftReports reports;
  private final DatasetCatalog catalog;
  private final JsonMapper json;

  EvaluateRunRobot(
      AudienceStore audiences,
      Evaluation evaluation,
      Goals goals,
      UpliftReports reports,
      DatasetCatalog catalog,
      JsonMapper json) {
    this.audiences = audiences;
    this.evaluation = evaluation;
    this.goals = goals;
    this.reports = reports;
    this.catalog = catalog;
    this.json = json;
  }

  /**
   * @param goal product codes with commas; empty: the journey's goal
   * @param windowDays days from the business date; empty: the journey's, else 14
   * @param amount a number of the customers' data whose mean is compared too; empty: what the
   *     goal's sales brought
   */
  @RobotInfo(job = "evaluate-run", group = BlockGroup.EVALUATION, order = 10, icon = "evaluate")
  record Input(
      AudienceRef treatment,
      AudienceRef control,
      @Field(choices = "products", many = true) @Nullable String goal,
      @Field(min = 1, max = 90) @Nullable Integer windowDays,
      @Field(choices = "amounts") @Nullable String amount) {}

  record Output(
      int treatment,
      int treatmentConverted,
      int control,
      int controlConverted,
      double uplift,
      double low,
      double high,
      double srmP,
      double amountDifference,
      double amountLow,
      double amountHigh) {}

  @Override
  public String jobType() {
    return "evaluate-run";
  }

  @Override
  public Class<Input> inputType() {
    return Input.class;
  }

  @Override
  public Class<Output> outputType() {
    return Output.class;
  }

  @Override
  public Outcome<Output> work(Input input, RobotContext context) {
    var report = evaluation.answer(question(input, context));
    if (!context.rehearsal()) {
      reports.save(report);
    }
    var amount = evaluation.breakdowns(report).comparedAmount().difference();
    return Outcome.done(
        new Output(
            report.treatmentCustomers(),
            report.treatmentConverted(),
            report.controlCustomers(),
            report.controlConverted(),
            report.uplift(),
            report.low(),
            report.high(),
            report.srmP(),
            amount.yuan(),
            amount.low(),
            amount.high()));
  }

  private Question question(Input input, RobotContext context) {
    return new Question(
        context.runId(),
        context.scopeRunId(),
        context.journeyId(),
        context.businessDate(),
        input.treatment().id(),
        input.control().id(),
        goals.products(input.goal(), context),
        goals.windowDays(input.windowDays(), context),
        split(input.control()).map(SplitLineage::controlShare).orElse(0.0),
        split(input.treatment()).map(SplitLineage::arms).orElse(List.of()),
        amount(input.amount()));
  }

  private @Nullable String amount(@Nullable String chosen) {
    if (chosen == null || chosen.isBlank()) {
      return null;
    }
    var column = chosen.strip();
    var known =
        catalog.columns(Dataset.CUSTOMERS).stream()
            .anyMatch(each -> each.name().equals(column) && NUMBERS.contains(each.type()));
    if (!known) {
      throw new RobotFailure.Permanent(Said.of("no_amount", column), null);
    }
    return column;
  }

  /** What split-arms was asked for; empty for a set that it did not make: nothing to check. */
  private Optional<SplitLineage> split(AudienceRef arm) {
    return audiences
        .find(arm.id())
        .map(Audience::lineage)
        .filter(lineage -> json.readTree(lineage).has("controlShare"))
        .map(lineage -> json.readValue(lineage, SplitLineage.class));
  }
}
