package io.waybot.bots.evaluate;

import io.waybot.bots.Outcome;
import io.waybot.bots.Robot;
import io.waybot.bots.RobotContext;
import io.waybot.bots.template.BlockGroup;
import io.waybot.bots.template.Field;
import io.waybot.bots.template.RobotInfo;
import io.waybot.db.audience.Audience;
import io.waybot.db.audience.AudienceRef;
import io.waybot.db.audience.AudienceStore;
import io.waybot.db.experiment.UpliftReports;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Measures what the run changed so far and keeps the report, which is recomputed until its window
 * closes.
 */
@Component
class EvaluateRunRobot implements Robot<EvaluateRunRobot.Input, EvaluateRunRobot.Output> {
  private final AudienceStore audiences;
  private final Evaluation evaluation;
  private final Goals goals;
  private final UpliftReports reports;
  private final JsonMapper json;

  EvaluateRunRobot(
      AudienceStore audiences,
      Evaluation evaluation,
      Goals goals,
      UpliftReports reports,
      JsonMapper json) {
    this.audiences = audiences;
    this.evaluation = evaluation;
    this.goals = goals;
    this.reports = reports;
    this.json = json;
  }

  /**
   * @param goal product codes with commas; empty: the journey's goal
   * @param windowDays days from the business date; empty: the journey's, else 14
   */
  @RobotInfo(job = "evaluate-run", group = BlockGroup.EVALUATION, order = 10, icon = "evaluate")
  record Input(
      AudienceRef treatment,
      AudienceRef control,
      @Field(choices = "products", many = true) @Nullable String goal,
      @Field(min = 1, max = 90) @Nullable Integer windowDays) {}

  record Output(
      int treatment,
      int treatmentConverted,
      int control,
      int controlConverted,
      double uplift,
      double low,
      double high,
      double srmP) {}

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
    return Outcome.done(
        new Output(
            report.treatmentCustomers(),
            report.treatmentConverted(),
            report.controlCustomers(),
            report.controlConverted(),
            report.uplift(),
            report.low(),
            report.high(),
            report.srmP()));
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
        controlShare(input.control()));
  }

  /**
   * The share that split-arms was asked for; 0 (nothing to check) for a set that it did not make.
   */
  private double controlShare(AudienceRef control) {
    var lineage = audiences.find(control.id()).map(Audience::lineage).orElse(null);
    return lineage == null ? 0 : json.readTree(lineage).path("controlShare").asDouble(0);
  }
}
