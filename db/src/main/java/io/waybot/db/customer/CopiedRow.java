package io.waybot.db.customer;

import io.waybot.db.postgres.BinaryRow;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataRetrievalFailureException;

/** A row of PostgreSQL's binary {@code COPY}; says what its driver says of the same row. */
final class CopiedRow implements ColumnRow {
  private final ColumnType[] types;
  private final BinaryRow row;

  CopiedRow(List<ColumnType> types) {
    this.types = types.toArray(ColumnType[]::new);
    this.row = new BinaryRow(types.size() + 1);
  }

  void turnTo(byte[] bytes) {
    row.turnTo(bytes);
  }

  @Override
  public int customer() {
    return row.int4(0);
  }

  @Override
  public double decimal(int column) {
    if (empty(column)) {
      return Double.NaN;
    }
    return switch (types[column]) {
      case INT, DECIMAL -> number(column);
      case BOOL -> flag(column) ? 1 : 0;
      case TEXT, DATE -> throw new IllegalArgumentException("the column holds no number");
    };
  }

  @Override
  public double number(int column) {
    if (empty(column)) {
      return Double.NaN;
    }
    return switch (types[column]) {
      case INT -> row.int8(column + 1);
      case DECIMAL -> row.number(column + 1);
      case BOOL, TEXT, DATE -> throw unreadable(column);
    };
  }

  @Override
  public @Nullable BigDecimal exact(int column) {
    if (empty(column)) {
      return null;
    }
    return switch (types[column]) {
      case INT -> BigDecimal.valueOf(row.int8(column + 1));
      case DECIMAL -> row.exact(column + 1);
      case BOOL, TEXT, DATE -> throw unreadable(column);
    };
  }

  @Override
  public @Nullable String text(int column) {
    if (empty(column)) {
      return null;
    }
    return switch (types[column]) {
      case TEXT -> row.text(column + 1);
      case INT -> Long.toString(row.int8(column + 1));
      case DECIMAL -> row.exact(column + 1).toPlainString();
      case DATE -> row.date(column + 1).toString();
      case BOOL -> row.flag(column + 1) ? "t" : "f";
    };
  }

  @Override
  public boolean flag(int column) {
    if (empty(column)) {
      return false;
    }
    if (types[column] == ColumnType.BOOL) {
      return row.flag(column + 1);
    }
    return switch (String.valueOf(text(column)).strip().toLowerCase(Locale.ROOT)) {
      case "1", "t", "true", "y", "yes", "on" -> true;
      case "0", "f", "false", "n", "no", "off" -> false;
      default -> throw unreadable(column);
    };
  }

  @Override
  public @Nullable LocalDate date(int column) {
    if (empty(column)) {
      return null;
    }
    if (types[column] != ColumnType.DATE) {
      throw unreadable(column);
    }
    return row.date(column + 1);
  }

  @Override
  public boolean empty(int column) {
    return row.empty(column + 1);
  }

  private DataRetrievalFailureException unreadable(int column) {
    return new DataRetrievalFailureException(
        "a column of type " + types[column] + " cannot be read as that");
  }
}
