package io.waybot.db.customer;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataRetrievalFailureException;

/** A row by any JDBC driver. */
final class ResultRow implements ColumnRow {
  private final ResultSet row;

  ResultRow(ResultSet row) {
    this.row = row;
  }

  @Override
  public int customer() {
    return read(() -> row.getInt(1));
  }

  @Override
  public double decimal(int column) {
    return asDouble(read(() -> row.getObject(column + 2)));
  }

  @Override
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

  @Override
  public @Nullable BigDecimal exact(int column) {
    return read(() -> row.getBigDecimal(column + 2));
  }

  @Override
  public @Nullable String text(int column) {
    return read(() -> row.getString(column + 2));
  }

  @Override
  public boolean flag(int column) {
    return read(() -> row.getBoolean(column + 2));
  }

  @Override
  public @Nullable LocalDate date(int column) {
    return read(() -> row.getObject(column + 2, LocalDate.class));
  }

  @Override
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
