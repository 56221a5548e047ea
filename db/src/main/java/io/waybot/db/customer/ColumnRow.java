package io.waybot.db.customer;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataRetrievalFailureException;

/**
 * One customer's values during a scan; valid only inside the handler's call. Columns are addressed
 * by their place in the scan's list, from 0.
 */
public final class ColumnRow {
  private final ResultSet row;

  ColumnRow(ResultSet row) {
    this.row = row;
  }

  /** The customer's number. */
  public int customer() {
    return read(() -> row.getInt(1));
  }

  /** Numeric value (true is 1, false 0); NaN if empty. */
  public double decimal(int column) {
    return asDouble(read(() -> row.getObject(column + 2)));
  }

  /** Value of a column of numbers; NaN if empty. Faster than {@link #decimal}. */
  public double number(int column) {
    return read(() -> {
      double value = row.getDouble(column + 2);
      return row.wasNull() ? Double.NaN : value;
    });
  }

  private static double asDouble(@Nullable Object value) {
    return switch (value) {
      case null -> Double.NaN;
      case Number number -> number.doubleValue();
      case Boolean flag -> flag ? 1.0 : 0.0;
      default -> throw new IllegalArgumentException("the column holds no number");
    };
  }

  /** Exact value; null if empty. */
  public @Nullable BigDecimal exact(int column) {
    return read(() -> row.getBigDecimal(column + 2));
  }

  /** The value as text, dates as ISO; null if empty. */
  public @Nullable String text(int column) {
    return read(() -> row.getString(column + 2));
  }

  /** False if empty. */
  public boolean flag(int column) {
    return read(() -> row.getBoolean(column + 2));
  }

  public @Nullable LocalDate date(int column) {
    return read(() -> row.getObject(column + 2, LocalDate.class));
  }

  public boolean empty(int column) {
    return read(() -> row.getObject(column + 2) == null);
  }

  private interface Reading<T extends @Nullable Object> {
    T get() throws SQLException;
  }

  private static <T extends @Nullable Object> T read(Reading<T> reading) {
    try {
      return reading.get();
    } catch (SQLException e) {
      throw new DataRetrievalFailureException("a column cannot be read", e);
    }
  }
}
