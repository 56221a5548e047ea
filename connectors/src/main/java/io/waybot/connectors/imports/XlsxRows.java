package io.waybot.connectors.imports;

import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.eventusermodel.XSSFSheetXMLHandler.SheetContentsHandler;
import org.apache.poi.xssf.usermodel.XSSFComment;
import org.jspecify.annotations.Nullable;

/** Gathers cells to rows; cells that a sheet leaves out are empty. */
final class XlsxRows implements SheetContentsHandler {
  /** Wider than any list of a bank and still cheap to hold. */
  private static final int MAX_COLUMNS = 2_000;

  private final TableFile.Rows rows;
  private int width = -1;
  private List<String> cells = new ArrayList<>();
  private int count;

  XlsxRows(TableFile.Rows rows) {
    this.rows = rows;
  }

  @Override
  public void startRow(int row) {
    cells = new ArrayList<>(Math.max(width, 16));
    if (++count > SpreadsheetVersion.EXCEL2007.getMaxRows()) {
      throw ImportRefusal.zipBomb("> " + SpreadsheetVersion.EXCEL2007.getMaxRows());
    }
  }

  @Override
  public void cell(
      @Nullable String reference, @Nullable String value, @Nullable XSSFComment comment) {
    int column = reference == null ? cells.size() : new CellReference(reference).getCol();
    if (column < 0 || column >= MAX_COLUMNS) {
      throw ImportRefusal.zipBomb("> " + MAX_COLUMNS);
    }
    while (cells.size() <= column) {
      cells.add("");
    }
    cells.set(column, value == null ? "" : value);
  }

  @Override
  public void endRow(int row) {
    while (!cells.isEmpty() && cells.getLast().isEmpty()) {
      cells.removeLast();
    }
    if (cells.isEmpty()) {
      return;
    }
    if (width < 0) {
      var headings = Headings.of(cells);
      width = headings.size();
      rows.headings(headings);
      return;
    }
    while (cells.size() < width) {
      cells.add("");
    }
    if (!rows.row(row + 1L, cells)) {
      throw new Enough();
    }
  }

  void requireHeadings() {
    if (width < 0) {
      throw ImportRefusal.noHeadings();
    }
  }

  /** Leaves the parser early; carries no stack trace because it is no error. */
  static final class Enough extends RuntimeException {
    Enough() {
      super(null, null, false, false);
    }
  }
}
