package io.waybot.runtime.lead;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A unit's leads one level down: units, or in a sub-branch its people. The last row holds those
 * nobody has, so the rows add up to the total.
 */
public record TeamBoard(String org, LocalDate on, Row total, List<Row> rows) {

  /**
   * @param code unit or login; null in the total and in the row of unassigned leads
   * @param overdue of those open, after their due date
   * @param responded ended with interest or a sale
   */
  public record Row(
      @Nullable String code,
      @Nullable String nameZh,
      @Nullable String nameEn,
      int open,
      int done,
      int expired,
      int overdue,
      int responded) {

    public int all() {
      return open + done + expired;
    }
  }

  /** Whether the rows add up to the total. */
  public boolean addsUp() {
    return rows.stream().mapToInt(Row::all).sum() == total.all();
  }
}
