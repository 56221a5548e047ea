package io.waybot.bots.audience;

import io.waybot.bots.Outcome;
import io.waybot.bots.Robot;
import io.waybot.bots.RobotContext;
import io.waybot.bots.RobotFailure;
import io.waybot.bots.Said;
import io.waybot.bots.evaluate.RunFiles;
import io.waybot.bots.template.BlockGroup;
import io.waybot.bots.template.Field;
import io.waybot.bots.template.RobotInfo;
import io.waybot.connectors.imports.TableWriter;
import io.waybot.db.audience.AudienceRef;
import io.waybot.db.audience.AudienceStore;
import io.waybot.db.customer.DatasetColumn;
import io.waybot.db.experiment.ResultFile;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes a list with the wanted columns of its customers as a workbook. */
@Component
class WriteExcelRobot implements Robot<WriteExcelRobot.Input, WriteExcelRobot.Output> {
  private final AudienceStore audiences;
  private final CustomerSheet sheet;
  private final RunFiles files;

  WriteExcelRobot(AudienceStore audiences, CustomerSheet sheet, RunFiles files) {
    this.audiences = audiences;
    this.sheet = sheet;
    this.files = files;
  }

  /**
   * @param file name of the workbook; {@code {date}} stands for the business date
   * @param sheet blank: the name of the list's element
   * @param columns of the customers, separated by commas; the customer's key is always first
   */
  @RobotInfo(job = "write-excel", group = BlockGroup.LIST, order = 60, icon = "sheet")
  record Input(
      AudienceRef audience,
      @Field(required = true, byDefault = "list-{date}.xlsx") String file,
      @Nullable String sheet,
      @Field(choices = "columns", many = true) @Nullable String columns) {}

  record Output(int rows) {}

  @Override
  public String jobType() {
    return "write-excel";
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
    var columns = columns(input);
    var name =
        IncomingFiles.plain(input.file().replace("{date}", context.businessDate().toString()));
    var title =
        input.sheet() == null || input.sheet().isBlank() ? context.elementId() : input.sheet();
    var customers = audiences.load(input.audience().id());
    var file =
        files.write(
            context,
            name.endsWith(".xlsx") ? name : name + ".xlsx",
            ResultFile.XLSX,
            List.of(),
            path -> {
              try (var writer = TableWriter.xlsx(path, title)) {
                return sheet.write(customers, columns, writer);
              }
            });
    return Outcome.done(new Output((int) file.rows()));
  }

  private List<DatasetColumn> columns(Input input) {
    var names =
        input.columns() == null
            ? List.<String>of()
            : Arrays.stream(input.columns().split(","))
                .map(String::strip)
                .filter(s -> !s.isEmpty())
                .toList();
    try {
      return sheet.columns(names);
    } catch (IllegalArgumentException e) {
      throw new RobotFailure.Permanent(Said.of("no_columns", String.join(", ", names)), e);
    }
  }
}
