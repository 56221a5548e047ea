package io.waybot.connectors.segment;

import io.waybot.db.customer.ColumnType;
import io.waybot.db.customer.DatasetColumn;
import io.waybot.db.segment.SegmentRule.Column;
import io.waybot.db.segment.SegmentRule.Op;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * One comparison as SQL text and bound values.
 *
 * @param sql holds a {@code ?} for each value; the column's name comes from the catalogue
 */
record Comparison(String sql, List<Object> values) {
  private static final Pattern RELATIVE = Pattern.compile("today(?:([+-])(\\d{1,5}))?");

  static Comparison of(Column rule, DatasetColumn column, LocalDate businessDate) {
    requireFitting(rule, column);
    var values = rule.values().stream().map(text -> value(text, column, businessDate)).toList();
    var name = column.name();
    var sql =
        switch (rule.op()) {
          case EQ -> name + " = ?";
          case NE -> name + " <> ?";
          case LT -> name + " < ?";
          case LE -> name + " <= ?";
          case GT -> name + " > ?";
          case GE -> name + " >= ?";
          case BETWEEN -> name + " between ? and ?";
          case IN ->
              name + " in (" + String.join(", ", Collections.nCopies(values.size(), "?")) + ")";
          case IS_EMPTY -> throw new IllegalArgumentException("IS_EMPTY compares nothing");
        };
    return new Comparison(sql, values);
  }

  private static void requireFitting(Column rule, DatasetColumn column) {
    int given = rule.values().size();
    boolean countFits =
        switch (rule.op()) {
          case IN -> given >= 1 && given <= 1_000;
          case BETWEEN -> given == 2;
          case IS_EMPTY -> given == 0;
          default -> given == 1;
        };
    if (!countFits) {
      throw new SegmentProblem("values", column.label(), given);
    }
    boolean ordered =
        rule.op() == Op.EQ || rule.op() == Op.NE || rule.op() == Op.IN || rule.op() == Op.IS_EMPTY;
    if (!ordered && (column.type() == ColumnType.TEXT || column.type() == ColumnType.BOOL)) {
      throw new SegmentProblem("no_order", column.label());
    }
  }

  private static Object value(String text, DatasetColumn column, LocalDate businessDate) {
    try {
      return switch (column.type()) {
        case TEXT -> text;
        case INT, DECIMAL -> new BigDecimal(text.strip());
        case DATE -> date(text.strip().toLowerCase(Locale.ROOT), businessDate);
        case BOOL ->
            switch (text.strip().toLowerCase(Locale.ROOT)) {
              case "true" -> true;
              case "false" -> false;
              default -> throw new IllegalArgumentException(text);
            };
      };
    } catch (IllegalArgumentException | DateTimeParseException e) {
      throw new SegmentProblem("value", column.label(), text);
    }
  }

  private static LocalDate date(String text, LocalDate businessDate) {
    var relative = RELATIVE.matcher(text);
    if (!relative.matches()) {
      return LocalDate.parse(text);
    }
    if (relative.group(1) == null) {
      return businessDate;
    }
    long days = Long.parseLong(relative.group(2));
    return relative.group(1).equals("+")
        ? businessDate.plusDays(days)
        : businessDate.minusDays(days);
  }
}
