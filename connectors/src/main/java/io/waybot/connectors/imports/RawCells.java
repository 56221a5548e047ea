package io.waybot.connectors.imports;

import java.math.BigDecimal;
import java.time.LocalTime;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.DateUtil;
import org.jspecify.annotations.Nullable;

/** Numbers as they are stored, not as a style shows them; dates as ISO text. */
final class RawCells extends DataFormatter {

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
    return formatRawCellContents(value, formatIndex, format, false);
  }
}
