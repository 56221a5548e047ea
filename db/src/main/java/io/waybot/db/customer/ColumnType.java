package io.waybot.db.customer;

/** What a column of a dataset holds. An empty cell is null in every type. */
public enum ColumnType {
  /** Whole number, 64 bits. */
  INT("bigint"),
  /** Decimal number, at most 14 digits before and 6 after the point. */
  DECIMAL("numeric(20, 6)"),
  /** Text of at most {@value #MAX_TEXT} characters. */
  TEXT("varchar(1000)"),
  /** Calendar date without time or zone. */
  DATE("date"),
  BOOL("boolean");

  /** Longest text, in characters. */
  public static final int MAX_TEXT = 1000;

  private final String sql;

  ColumnType(String sql) {
    this.sql = sql;
  }

  /** The same type on H2 and PostgreSQL. */
  public String sql() {
    return sql;
  }

  public boolean numeric() {
    return this == INT || this == DECIMAL;
  }
}
