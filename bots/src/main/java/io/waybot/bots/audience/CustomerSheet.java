package io.waybot.bots.audience;

import io.waybot.connectors.imports.TableWriter;
import io.waybot.db.customer.ColumnRow;
import io.waybot.db.customer.CustomerColumns;
import io.waybot.db.customer.CustomerStore;
import io.waybot.db.customer.Dataset;
import io.waybot.db.customer.DatasetCatalog;
import io.waybot.db.customer.DatasetColumn;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.stereotype.Component;

/** Customers as rows of a sheet: the bank's key, then columns of the dataset {@code customers}. */
@Component
class CustomerSheet {
  private static final int KEYS_AT_ONCE = 65_536;

  private final CustomerStore customers;
  private final CustomerColumns columns;
  private final DatasetCatalog catalog;

  CustomerSheet(CustomerStore customers, CustomerColumns columns, DatasetCatalog catalog) {
    this.customers = customers;
    this.columns = columns;
    this.catalog = catalog;
  }

  /**
   * The columns of that name.
   *
   * @throws IllegalArgumentException if the customers have no such column
   */
  List<DatasetColumn> columns(List<String> names) {
    return names.stream()
        .map(name ->
            catalog
                .column(Dataset.CUSTOMERS, name)
                .orElseThrow(
                    () -> new IllegalArgumentException("customers have no column " + name)))
        .toList();
  }

  /** Writes headings and a row for each customer in number order; answers how many. */
  long write(RoaringBitmap list, List<DatasetColumn> wanted, TableWriter writer)
      throws IOException {
    var headings = new ArrayList<String>(List.of("customer_no"));
    wanted.forEach(column -> headings.add(column.label()));
    writer.row(headings);
    for (int from = 0; from < list.getCardinality(); from += KEYS_AT_ONCE) {
      int last = Math.min(from + KEYS_AT_ONCE, list.getCardinality()) - 1;
      var part = RoaringBitmap.bitmapOfRange(list.select(from), list.select(last) + 1L);
      part.and(list);
      writePart(part, wanted, writer);
    }
    return list.getCardinality();
  }

  private void writePart(RoaringBitmap part, List<DatasetColumn> wanted, TableWriter writer)
      throws IOException {
    var keys = customers.keysOf(part);
    var described = new RoaringBitmap();
    if (!wanted.isEmpty()) {
      try {
        columns.scan(
            Dataset.CUSTOMERS,
            wanted.stream().map(DatasetColumn::name).toList(),
            part,
            row -> {
              described.add(row.customer());
              written(writer, values(keys.get(row.customer()), row, wanted));
            });
      } catch (UncheckedIOException e) {
        throw e.getCause();
      }
    }
    for (int customer : RoaringBitmap.andNot(part, described)) {
      writer.row(List.of(String.valueOf(keys.get(customer))));
    }
  }

  private static void written(TableWriter writer, List<@Nullable Object> values) {
    try {
      writer.row(values);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<@Nullable Object> values(
      @Nullable String key, ColumnRow row, List<DatasetColumn> wanted) {
    var values = new ArrayList<@Nullable Object>();
    values.add(key);
    for (int i = 0; i < wanted.size(); i++) {
      values.add(
          row.empty(i)
              ? null
              : switch (wanted.get(i).type()) {
                case INT, DECIMAL -> row.exact(i);
                case DATE -> row.date(i);
                case BOOL -> row.flag(i);
                case TEXT -> row.text(i);
              });
    }
    return values;
  }
}
