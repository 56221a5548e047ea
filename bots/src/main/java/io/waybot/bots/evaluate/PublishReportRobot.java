package io.waybot.bots.evaluate;

import io.waybot.bots.Outcome;
import io.waybot.bots.Robot;
import io.waybot.bots.RobotContext;
import io.waybot.bots.RobotFailure;
import io.waybot.bots.Said;
import io.waybot.bots.template.BlockGroup;
import io.waybot.bots.template.Field;
import io.waybot.bots.template.RobotInfo;
import io.waybot.db.audience.AudienceStore;
import io.waybot.db.bank.OrgUnit;
import io.waybot.db.bank.OrgUnits;
import io.waybot.db.experiment.ExperimentTable;
import io.waybot.db.experiment.ResultFile;
import io.waybot.db.experiment.UpliftReports;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Publishes a run's results as a workbook to some roles. A rehearsal publishes nothing. */
@Component
class PublishReportRobot implements Robot<PublishReportRobot.Input, PublishReportRobot.Output> {
  private final UpliftReports reports;
  private final Evaluation evaluation;
  private final AudienceStore audiences;
  private final RunFiles files;
  private final OrgUnits units;
  private final ExperimentTable experiments;

  PublishReportRobot(
      UpliftReports reports,
      Evaluation evaluation,
      AudienceStore audiences,
      RunFiles files,
      OrgUnits units,
      ExperimentTable experiments) {
    this.reports = reports;
    this.evaluation = evaluation;
    this.audiences = audiences;
    this.files = files;
    this.units = units;
    this.experiments = experiments;
  }

  /**
   * @param to roles with commas
   */
  @RobotInfo(job = "publish-report", group = BlockGroup.EVALUATION, order = 30, icon = "report")
  record Input(
      @Field(
              required = true,
              byDefault = "PLANNER,APPROVER,MANAGER,ANALYST",
              many = true,
              options = {"PLANNER", "APPROVER", "MANAGER", "ANALYST"})
          String to,
      @Field(
              byDefault = "both",
              options = {"both", "zh", "en"})
          String language) {
    Input {
      to = to == null || to.isBlank() ? "PLANNER,APPROVER,MANAGER,ANALYST" : to;
      language = language == null || language.isBlank() ? "both" : language;
    }
  }

  record Output(int rows) {}

  @Override
  public String jobType() {
    return "publish-report";
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
    if (context.rehearsal()) {
      return Outcome.done(new Output(0));
    }
    var report =
        reports
            .ofRun(context.runId())
            .orElseThrow(() -> new RobotFailure.Permanent(Said.of("nothing_evaluated"), null));
    var words = ReportWords.in(input.language());
    var workbook =
        new RunReport(
            report,
            evaluation.breakdowns(report),
            audiences.ofRun(context.runId()),
            words,
            unitNames(words));
    int version = experiments.versionNumber(context.journeyVersionId());
    var to = Arrays.stream(input.to().split(",")).map(String::strip).toList();
    var file =
        files.write(
            context,
            context.journeyKey() + "_" + context.businessDate() + "_report.xlsx",
            ResultFile.XLSX,
            to,
            path -> workbook.write(path, context.journeyKey() + " v" + version));
    return Outcome.done(new Output((int) file.rows()));
  }

  private Map<String, String> unitNames(ReportWords words) {
    return units.all().stream()
        .collect(
            Collectors.toMap(
                OrgUnit::code,
                unit -> unit.code() + " " + words.name(unit.nameZh(), unit.nameEn())));
  }
}
