package io.waybot.connectors.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class XlsxFileTest {
  @TempDir Path folder;

  @Test
  void readsBackWhatWasWritten() throws IOException {
    var path = folder.resolve("list.xlsx");
    try (var writer = TableWriter.xlsx(path, "Customers")) {
      writer.row(List.of("no", "age", "aum", "born", "vip", "note"));
      writer.row(
          List.of(
              "007", 41L, new BigDecimal("1234567.89"), LocalDate.of(1985, 6, 30), true, "=1+1"));
      writer.row(Arrays.asList("008", null, new BigDecimal("-0.5"), null, false, "高俊"));
    }

    var table = Tables.read(path, FileLayout.xlsx(null));

    assertThat(table.headings).containsExactly("no", "age", "aum", "born", "vip", "note");
    assertThat(table.rows)
        .containsExactly(
            List.of("007", "41", "1234567.89", "1985-06-30", "TRUE", "'=1+1"),
            List.of("008", "", "-0.5", "", "FALSE", "高俊"));
    assertThat(table.lines).containsExactly(2L, 3L);
  }

  @Test
  void readsTheSheetThatIsNamedWithSharedTextsAndGaps() throws IOException {
    var path = folder.resolve("two.xlsx");
    try (var workbook = new XSSFWorkbook();
        var out = Files.newOutputStream(path)) {
      workbook.createSheet("first").createRow(0).createCell(0).setCellValue("x");
      var sheet = workbook.createSheet("second");
      var head = sheet.createRow(0);
      head.createCell(0).setCellValue("a");
      head.createCell(1).setCellValue("b");
      head.createCell(2).setCellValue("c");
      var row = sheet.createRow(5);
      row.createCell(0).setCellValue("only a");
      row.createCell(2).setCellFormula("1+2");
      row.getCell(2).setCellValue(3);
      workbook.write(out);
    }

    var table = Tables.read(path, FileLayout.xlsx("second"));

    assertThat(table.rows).containsExactly(List.of("only a", "", "3"));
    assertThat(table.lines).containsExactly(6L);
    assertRefused(path, "third", "no_sheet");
  }

  @Test
  void readsDatesOfWorkbooksThatCountFrom1904() throws IOException {
    var path = folder.resolve("mac.xlsx");
    try (var workbook = new XSSFWorkbook();
        var out = Files.newOutputStream(path)) {
      workbook.getCTWorkbook().addNewWorkbookPr().setDate1904(true);
      var style = workbook.createCellStyle();
      style.setDataFormat(workbook.createDataFormat().getFormat("yyyy/m/d"));
      var sheet = workbook.createSheet();
      sheet.createRow(0).createCell(0).setCellValue("born");
      var cell = sheet.createRow(1).createCell(0);
      cell.setCellValue(366);
      cell.setCellStyle(style);
      workbook.write(out);
    }

    assertThat(Tables.read(path, FileLayout.xlsx(null)).rows)
        .containsExactly(List.of("1905-01-01"));
  }

  @Test
  void refusesWhatIsNoWorkbook() throws IOException {
    var text = Files.writeString(folder.resolve("text.xlsx"), "no,age\n1,2\n");
    var zip = zip("zip.xlsx", "hello.txt", new byte[] {1, 2, 3}, 1);
    var broken =
        zip("broken.xlsx", "[Content_Types].xml", "<Types".getBytes(StandardCharsets.UTF_8), 1);
    var empty = Files.createFile(folder.resolve("empty.xlsx"));

    for (var path : List.of(text, zip, broken, empty)) {
      assertRefused(path, null, "not_a_workbook");
    }
  }

  @Test
  void refusesAFileThatUnpacksToMuchMoreThanItSeems() throws IOException {
    var bomb = zip("bomb.xlsx", "[Content_Types].xml", new byte[1 << 20], 40);

    assertThat(Files.size(bomb)).isLessThan(1 << 17);
    assertRefused(bomb, null, "zip_bomb");
  }

  @Test
  void refusesTooManyEntries() throws IOException {
    var path = folder.resolve("many.xlsx");
    try (var zip = new ZipOutputStream(Files.newOutputStream(path))) {
      for (int i = 0; i <= WorkbookGuard.MAX_ENTRIES; i++) {
        zip.putNextEntry(new ZipEntry("e" + i));
        zip.closeEntry();
      }
    }

    assertRefused(path, null, "zip_bomb");
  }

  private Path zip(String name, String entry, byte[] block, int times) throws IOException {
    var path = folder.resolve(name);
    try (var zip = new ZipOutputStream(Files.newOutputStream(path))) {
      zip.putNextEntry(new ZipEntry(entry));
      for (int i = 0; i < times; i++) {
        zip.write(block);
      }
      zip.closeEntry();
    }
    return path;
  }

  private static void assertRefused(Path path, String sheet, String code) {
    assertThatThrownBy(() -> Tables.read(path, FileLayout.xlsx(sheet)))
        .as(path.getFileName().toString())
        .isInstanceOfSatisfying(
            ImportRefusal.class,
            refusal -> {
              assertThat(refusal.code()).isEqualTo(code);
              assertThat(refusal.message("zh")).isNotEqualTo(refusal.message("en"));
            });
  }
}
