package io.waybot.connectors.segment;

import io.waybot.db.customer.Dataset;
import io.waybot.db.customer.DatasetCatalog;
import io.waybot.db.customer.DatasetColumn;
import io.waybot.db.segment.SegmentRule.Column;
import io.waybot.db.segment.SegmentRule.HadEvent;
import io.waybot.db.segment.SegmentRule.InStage;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.roaringbitmap.RoaringBitmap;
import org.roaringbitmap.RoaringBitmapWriter;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The leaves of a segment rule as SQL: values are bound, names come from the catalogue. */
@Component
class ConditionSql {
  private final JdbcTemplate batch;
  private final DatasetCatalog catalog;

  ConditionSql(JdbcTemplate batch, DatasetCatalog catalog) {
    this.batch = batch;
    this.catalog = catalog;
  }

  /** Customers for whom all (" and ") or one (" or ") of the comparisons of one dataset hold. */
  RoaringBitmap fitting(List<Column> columns, String joint, LocalDate businessDate) {
    var dataset = profile(columns.getFirst().dataset());
    var texts = new ArrayList<String>();
    var values = new ArrayList<Object>();
    for (var column : columns) {
      var comparison = Comparison.of(column, known(column), businessDate);
      texts.add(comparison.sql());
      values.addAll(comparison.values());
    }
    return numbers(
        "select number from "
            + dataset.table()
            + " where row_active and ("
            + String.join(joint, texts)
            + ") order by number",
        values.toArray());
  }

  /** Customers that have something in the column. */
  RoaringBitmap filled(Column column) {
    var dataset = profile(column.dataset());
    var name = known(column).name();
    return numbers(
        "select number from "
            + dataset.table()
            + " where row_active and "
            + name
            + " is not null order by number");
  }

  /**
   * Customers with enough events of the code on the days from {@code days} before until the date.
   */
  RoaringBitmap hadEvent(HadEvent event, LocalDate businessDate, ZoneId zone) {
    if (event.days() < 0 || event.atLeast() < 1) {
      throw new SegmentProblem("event_numbers", event.code());
    }
    return numbers(
        "select customer from customer_event where code = ? and at >= ? and at < ?"
            + " group by customer having count(*) >= ? order by customer",
        event.code(),
        businessDate.minusDays(event.days()).atStartOfDay(zone).toOffsetDateTime(),
        businessDate.plusDays(1).atStartOfDay(zone).toOffsetDateTime(),
        event.atLeast());
  }

  /** Customers in a stage when events were last derived. */
  RoaringBitmap inStage(InStage stage) {
    return numbers(
        "select customer from customer_stage where stage = ? order by customer", stage.stage());
  }

  private Dataset profile(String name) {
    return catalog
        .find(name)
        .filter(dataset -> dataset.kind() == Dataset.Kind.PROFILE)
        .orElseThrow(() -> new SegmentProblem("no_dataset", name));
  }

  private DatasetColumn known(Column column) {
    return catalog
        .column(column.dataset(), column.column())
        .orElseThrow(() -> new SegmentProblem("no_column", column.dataset(), column.column()));
  }

  private RoaringBitmap numbers(String query, Object... values) {
    var writer = RoaringBitmapWriter.writer().get();
    batch.query(
        query,
        row -> {
          writer.add(row.getInt(1));
        },
        values);
    return writer.get();
  }
}
