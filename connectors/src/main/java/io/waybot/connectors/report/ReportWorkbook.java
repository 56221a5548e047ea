package io.waybot.connectors.report;

import io.waybot.connectors.imports.SpreadsheetText;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.util.WorkbookUtil;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.jspecify.annotations.Nullable;

/**
 * A workbook of several sheets. Whole numbers are counts, {@link BigDecimal}s are yuan, {@link
 * Percent}s percent; text that could run as a formula is marked as text. Written to the path when
 * closed.
 */
public final class ReportWorkbook implements AutoCloseable {
  private static final int ROWS_IN_MEMORY = 200;
  private static final int FIRST_COLUMN_WIDTH = 40 * 256;
  private static final int COLUMN_WIDTH = 18 * 256;
  private final Path path;
  private final SXSSFWorkbook workbook = new SXSSFWorkbook(ROWS_IN_MEMORY);
  private final Map<Look, CellStyle> plain = new EnumMap<>(Look.class);
  private final Map<Look, CellStyle> bold = new EnumMap<>(Look.class);

  /** A share of 1, shown in percent. */
  public record Percent(double share) {}

  private enum Look {
    TEXT("@"),
    COUNT("#,##0"),
    YUAN("#,##0.00"),
    PERCENT("0.00%"),
    NUMBER("0.0000"),
    DAY("yyyy-mm-dd");

    private final String format;

    Look(String format) {
      this.format = format;
    }
  }

  public ReportWorkbook(Path path) {
    this.path = path;
    workbook.setCompressTempFiles(true);
    var heavy = workbook.createFont();
    heavy.setBold(true);
    for (var look : Look.values()) {
      plain.put(look, style(look));
      var strong = style(look);
      strong.setFont(heavy);
      bold.put(look, strong);
    }
  }

  private CellStyle style(Look look) {
    var style = workbook.createCellStyle();
    style.setDataFormat(workbook.createDataFormat().getFormat(look.format));
    return style;
  }

  /** Adds a sheet with as many columns of readable width. */
  public Sheet sheet(String name, int columns) {
    var sheet = workbook.createSheet(WorkbookUtil.createSafeSheetName(name));
    for (int i = 0; i < columns; i++) {
      sheet.setColumnWidth(i, i == 0 ? FIRST_COLUMN_WIDTH : COLUMN_WIDTH);
    }
    return new Sheet(sheet);
  }

  /** Takes rows from top to bottom. */
  public final class Sheet {
    private final SXSSFSheet sheet;
    private int written;

    private Sheet(SXSSFSheet sheet) {
      this.sheet = sheet;
    }

    public Sheet row(@Nullable Object... values) {
      return write(plain, values);
    }

    /** A heading or a total. */
    public Sheet strong(@Nullable Object... values) {
      return write(bold, values);
    }

    public int rows() {
      return written;
    }

    private Sheet write(Map<Look, CellStyle> looks, @Nullable Object... values) {
      var row = sheet.createRow(written++);
      for (int i = 0; i < values.length; i++) {
        var value = values[i];
        if (value != null) {
          var cell = row.createCell(i);
          cell.setCellStyle(looks.get(fill(cell, value)));
        }
      }
      return this;
    }
  }

  private static Look fill(Cell cell, Object value) {
    switch (value) {
      case BigDecimal yuan -> {
        cell.setCellValue(yuan.doubleValue());
        return Look.YUAN;
      }
      case Double number -> {
        cell.setCellValue(number);
        return Look.NUMBER;
      }
      case Number count -> {
        cell.setCellValue(count.longValue());
        return Look.COUNT;
      }
      case Percent percent -> {
        cell.setCellValue(percent.share());
        return Look.PERCENT;
      }
      case LocalDate day -> {
        cell.setCellValue(day);
        return Look.DAY;
      }
      default -> {
        cell.setCellValue(SpreadsheetText.safe(value.toString()));
        return Look.TEXT;
      }
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
