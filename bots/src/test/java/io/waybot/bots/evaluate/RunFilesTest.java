package io.waybot.bots.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waybot.bots.RobotFailure;
import io.waybot.bots.testing.BotsUnderTest;
import io.waybot.db.audience.AudienceStore;
import io.waybot.db.audience.NewAudience;
import io.waybot.db.experiment.ResultFiles;
import io.waybot.db.testing.TestDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.roaringbitmap.RoaringBitmap;

class RunFilesTest {
  @TempDir private Path home;

  @ParameterizedTest
  @EnumSource
  void writesBackEveryCustomerOnceHoweverOftenTheStepRuns(TestDatabase kind) throws Exception {
    try (var run = new EvaluatedRun(kind, home)) {
      var input =
          new WriteBackRobot.Input(run.treatment, run.control, "table, csv,xlsx", "P01,P04");
      run.work(WriteBackRobot.class, input, BotsUnderTest.at("back"));

      var output = run.work(WriteBackRobot.class, input, BotsUnderTest.at("back"));

      assertThat(output).isEqualTo(new WriteBackRobot.Output(4_500, 1, 210));
      var sql = run.bots.db.sql();
      assertThat(sql.sql("select count(*) from write_back_row").query(Integer.class).single())
          .isEqualTo(4_500);
      assertThat(
              sql.sql(
                      "select count(*) from write_back_row where arm = 'control' and converted and"
                          + " channel is null")
                  .query(Integer.class)
                  .single())
          .isEqualTo(10);
      assertThat(
              sql.sql("select channel from write_back_row where customer = 950")
                  .query(String.class)
                  .single())
          .isEqualTo("sms");
      var files = run.bots.bean(ResultFiles.class).ofRun(BotsUnderTest.RUN);
      assertThat(files).hasSize(2).allSatisfy(file -> assertThat(file.rows()).isEqualTo(4_500));
      var csv = Files.readAllLines(run.bots.bean(RunFiles.class).locate(files.getFirst()));
      assertThat(csv).hasSize(4_501).contains("15,treatment,sms,P01,false,true");
    }
  }

  @ParameterizedTest
  @EnumSource(names = "H2")
  void givesOutNoFileThatSomebodyChanged(TestDatabase kind) throws Exception {
    try (var run = new EvaluatedRun(kind, home)) {
      run.work(
          WriteBackRobot.class,
          new WriteBackRobot.Input(run.treatment, run.control, "csv", "P01"),
          BotsUnderTest.at("back"));
      var file = run.bots.bean(ResultFiles.class).ofRun(BotsUnderTest.RUN).getFirst();
      var path = run.bots.bean(RunFiles.class).locate(file);

      Files.writeString(path, "changed");

      assertThatIllegalStateException()
          .isThrownBy(() -> run.bots.bean(RunFiles.class).locate(file));
    }
  }

  @ParameterizedTest
  @EnumSource
  void publishesAWorkbookWhoseSumsMatch(TestDatabase kind) throws Exception {
    try (var run = new EvaluatedRun(kind, home)) {
      var sets = run.bots.bean(AudienceStore.class);
      sets.save(
          NewAudience.of(BotsUnderTest.RUN, BotsUnderTest.at("pull").stepId(), "pull", "audience"),
          RoaringBitmap.bitmapOfRange(1, 4_601));
      run.bots
          .db
          .batch()
          .update(
              "update audience set created_at = timestamp '2026-11-19 00:00:00' where name ="
                  + " 'audience'");
      var policy =
          NewAudience.of(
              BotsUnderTest.RUN, BotsUnderTest.at("policy").stepId(), "policy", "allowed");
      sets.save(policy.rule("removed", "=CAP"), RoaringBitmap.bitmapOfRange(4_501, 4_601));
      run.bots
          .db
          .batch()
          .update(
              "update audience set created_at = timestamp '2026-11-19 00:00:01' where name ="
                  + " 'removed'");
      run.evaluate();

      run.work(
          PublishReportRobot.class,
          new PublishReportRobot.Input("PLANNER", "both"),
          BotsUnderTest.at("report"));

      var file = run.bots.bean(ResultFiles.class).ofRun(BotsUnderTest.RUN).getFirst();
      assertThat(file.recipients()).containsExactly("PLANNER");
      try (var workbook =
          WorkbookFactory.create(run.bots.bean(RunFiles.class).locate(file).toFile(), null, true)) {
        assertThat(workbook.getNumberOfSheets()).isEqualTo(6);
        assertThat(workbook.getSheetAt(0).getRow(0).getCell(1).getStringCellValue())
            .endsWith(" v1");
        var list = workbook.getSheetAt(1);
        assertThat(numbers(list, "实验组 / Treatment")).containsEntry(3, 4_000.0);
        assertThat(numbers(list, "拉取名单 / Pulled")).containsEntry(3, 4_600.0);
        assertThat(list.getRow(2).getCell(2).getStringCellValue()).isEqualTo("'=CAP");
        for (int i : new int[] {2, 3}) {
          var sheet = workbook.getSheetAt(i);
          var total = numbers(sheet, "合计 / Total");
          assertThat(total)
              .containsEntry(1, 3_001.0)
              .containsEntry(2, 200.0)
              .containsEntry(4, 2_001_000.0);
          assertThat(column(sheet, 2) - total.get(2)).isEqualTo(total.get(2));
          assertThat(column(sheet, 4) - total.get(4)).isEqualTo(total.get(4));
          assertThat(column(sheet, 5) - total.get(5)).isEqualTo(total.get(5)).isEqualTo(165.0);
        }
        assertThat(workbook.getSheetAt(5).getRow(1).getCell(0).getStringCellValue())
            .isEqualTo("1101 东湖路支行 / East Lake Road");
        assertThat(numbers(workbook.getSheetAt(5), "合计 / Total"))
            .containsEntry(1, 4_000.0)
            .containsEntry(2, 200.0)
            .containsEntry(4, 500.0)
            .containsEntry(5, 10.0);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(names = "H2")
  void saysWhatIsMissingWhenNothingWasEvaluated(TestDatabase kind) {
    try (var run = new EvaluatedRun(kind, home)) {
      var input = new PublishReportRobot.Input("PLANNER", "zh");

      assertThatThrownBy(
              () -> run.work(PublishReportRobot.class, input, BotsUnderTest.at("report")))
          .isInstanceOf(RobotFailure.Permanent.class)
          .hasMessageContaining("put the block \"Evaluate\" before this one");
    }
  }

  private static Map<Integer, Double> numbers(Sheet sheet, String firstCell) {
    for (var row : sheet) {
      if (row.getCell(0).getStringCellValue().equals(firstCell)) {
        var numbers = new HashMap<Integer, Double>();
        row.forEach(cell -> {
          if (cell.getCellType() == CellType.NUMERIC) {
            numbers.put(cell.getColumnIndex(), cell.getNumericCellValue());
          }
        });
        return numbers;
      }
    }
    throw new AssertionError("no row " + firstCell);
  }

  private static double column(Sheet sheet, int column) {
    double sum = 0;
    for (var row : sheet) {
      var cell = row.getCell(column);
      sum +=
          cell != null && cell.getCellType() == CellType.NUMERIC ? cell.getNumericCellValue() : 0;
    }
    return sum;
  }
}
