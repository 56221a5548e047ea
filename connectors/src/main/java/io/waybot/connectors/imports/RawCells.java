package io.waybot.connectors.imports;

import java.math.BigDecimal;
import java.time.LocalTime;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.DateUtil;
import org.jspecify.annotations.Nullable;

/** Numbers as they are stored, not as a style shows them; dates as ISO text. */
final class RawCells extends DataFormatter {
  private final boolean from1904;

  /**
   * @param from1904 whether the workbook counts its days from 1904, as old ones from a Mac do
   */
  RawCells(boolean from1904) {
    this.from1904 = from1904;
  }

  @Override
  public String formatRawCellContents(
      double value, int formatIndex, @Nullable String format, boolean use1904) {
    if (format != null
        && DateUtil.isADateFormat(formatIndex, format)
        && DateUtil.isValidExcelDate(value)) {
      var at = DateUtil.getLocalDateTime(value, use1904);
      return at.toLocalTime().equals(LocalTime.MIDNIGHT)
          ? at.toLocalDate().toString()
          : at.toString();
    }
    return Double.isFinite(value)
        ? BigDecimal.valueOf(value).stripTrailingZeros().toPlainString()
        : Double.toString(value);
  }

  @Override
  public String formatRawCellContents(double value, int formatIndex, @Nullable String format) {
    return formatRawCellContents(value, formatIndex, format, from1904);
  }
}
