package io.waybot.connectors.imports;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.util.WorkbookUtil;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.jspecify.annotations.Nullable;

final class XlsxTableWriter implements TableWriter {
  private static final int ROWS_IN_MEMORY = 100;

  private final Path path;
  private final SXSSFWorkbook workbook;
  private final SXSSFSheet sheet;
  private final CellStyle dates;
  private int written;

  XlsxTableWriter(Path path, String sheetName) {
    this.path = path;
    workbook = new SXSSFWorkbook(ROWS_IN_MEMORY);
    workbook.setCompressTempFiles(true);
    sheet = workbook.createSheet(WorkbookUtil.createSafeSheetName(sheetName));
    sheet.createFreezePane(0, 1);
    dates = workbook.createCellStyle();
    dates.setDataFormat(workbook.createDataFormat().getFormat("yyyy-mm-dd"));
  }

  @Override
  public void row(List<? extends @Nullable Object> values) throws IOException {
    if (written == SpreadsheetVersion.EXCEL2007.getMaxRows()) {
      throw new IOException("a sheet holds at most " + written + " rows");
    }
    var row = sheet.createRow(written++);
    for (int i = 0; i < values.size(); i++) {
      var value = values.get(i);
      if (value != null) {
        fill(row.createCell(i), value);
      }
    }
  }

  private void fill(Cell cell, Object value) {
    switch (value) {
      case Number number -> cell.setCellValue(number.doubleValue());
      case Boolean flag -> cell.setCellValue(flag);
      case LocalDate date -> {
        cell.setCellValue(date);
        cell.setCellStyle(dates);
      }
      default -> cell.setCellValue(SpreadsheetText.safe(value.toString()));
    }
  }

  @Override
  public void close() throws IOException {
    try (workbook;
        var out = Files.newOutputStream(path)) {
      workbook.write(out);
    }
  }
}
