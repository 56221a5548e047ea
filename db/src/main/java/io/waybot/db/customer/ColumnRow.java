package io.waybot.db.customer;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One customer's values during a scan; valid only inside the handler's call. Columns are addressed
 * by their place in the scan's list, from 0.
 */
public interface ColumnRow {
  /** The customer's number. */
  int customer();

  /** Numeric value (true is 1, false 0); NaN if empty. */
  double decimal(int column);

  /** Value of a column of numbers; NaN if empty. Faster than {@link #decimal}. */
  double number(int column);

  /** Exact value; null if empty. */
  @Nullable BigDecimal exact(int column);

  /** The value as text, dates as ISO; null if empty. */
  @Nullable String text(int column);

  /** False if empty. */
  boolean flag(int column);

  @Nullable LocalDate date(int column);

  boolean empty(int column);
}
