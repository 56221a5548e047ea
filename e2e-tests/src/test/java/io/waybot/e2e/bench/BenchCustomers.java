package io.waybot.e2e.bench;

import io.waybot.connectors.model.Feature;
import io.waybot.db.customer.ColumnType;
import io.waybot.db.customer.Dataset;
import io.waybot.db.customer.DatasetCatalog;
import io.waybot.db.customer.DatasetColumn;
import io.waybot.db.imports.BulkInsert;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Any number of customers, each a function of their number only: what contact rules look at,
 * addresses, and twenty columns to score by.
 */
@Component
class BenchCustomers {
  static final int FEATURES = 20;
  private static final int WHOLE_NUMBERS = 12;
  private static final int AT_ONCE = 32_768;
  private static final List<String> SURNAMES = List.of("王", "李", "张", "刘", "陈");

  private final DatasetCatalog catalog;
  private final BulkInsert bulk;

  BenchCustomers(DatasetCatalog catalog, BulkInsert bulk) {
    this.catalog = catalog;
    this.bulk = bulk;
  }

  static List<Feature> features() {
    return IntStream.rangeClosed(1, FEATURES)
        .mapToObj(i -> Feature.number(featureName(i)))
        .toList();
  }

  private static String featureName(int i) {
    return "f%02d".formatted(i);
  }

  private static List<DatasetColumn> columns() {
    var columns = new ArrayList<DatasetColumn>();
    add(columns, ColumnType.BOOL, "consent", "personalised", "complaint_open");
    add(columns, ColumnType.TEXT, "protected_reason", "opted_out_channels", "holds_products");
    add(columns, ColumnType.INT, "age", "contacts_7d");
    add(columns, ColumnType.DECIMAL, "demand_yuan");
    add(columns, ColumnType.TEXT, "phone", "mail", "device_id", "app_status");
    add(columns, ColumnType.TEXT, "surname_zh", "gender", "risk_level", "risk_state");
    add(columns, ColumnType.DATE, "risk_valid_until");
    for (int i = 1; i <= FEATURES; i++) {
      add(columns, i <= WHOLE_NUMBERS ? ColumnType.INT : ColumnType.DECIMAL, featureName(i));
    }
    return columns;
  }

  private static void add(List<DatasetColumn> columns, ColumnType type, String... names) {
    for (var name : names) {
      columns.add(DatasetColumn.of(name, name, type, columns.size() + 1));
    }
  }

  /** Moves {@code count} customers in, numbered from 1. */
  void moveIn(int count, List<String> orgs) {
    var columns = columns();
    var table =
        catalog.create(Dataset.CUSTOMERS, Dataset.Kind.PROFILE, "客户", "Customers", columns).table();
    var names = new ArrayList<>(List.of("number"));
    columns.forEach(column -> names.add(column.name()));
    for (int from = 1; from <= count; from += AT_ONCE) {
      var customers = new ArrayList<@Nullable Object[]>();
      var states = new ArrayList<@Nullable Object[]>();
      var profiles = new ArrayList<@Nullable Object[]>();
      for (int number = from; number < Math.min(from + AT_ONCE, count + 1); number++) {
        customers.add(
            new @Nullable Object[] {number, key(number), orgs.get(number % orgs.size()), true});
        states.add(new @Nullable Object[] {number});
        profiles.add(profile(number));
      }
      bulk.into("customer", List.of("number", "customer_key", "org_code", "active"), customers);
      bulk.into("contact_state", List.of("customer"), states); // as an import does
      bulk.into(table, names, profiles);
    }
  }

  static String key(int number) {
    return "C%09d".formatted(number);
  }

  private static @Nullable Object[] profile(int number) {
    var row = new ArrayList<@Nullable Object>();
    row.add(number);
    row.add(dice(number, 1) >= 0.04);
    row.add(dice(number, 2) >= 0.02);
    row.add(dice(number, 3) < 0.003);
    row.add(dice(number, 4) < 0.004 ? "STAFF" : null);
    row.add(dice(number, 5) < 0.05 ? "sms" : null);
    row.add(dice(number, 6) < 0.05 ? "B01;B02" : null);
    row.add((long) (14 + 70 * dice(number, 7)));
    row.add((long) (dice(number, 8) * dice(number, 8) * 3));
    row.add(BigDecimal.valueOf((long) (Math.exp(6 + 8 * dice(number, 9)) * 100), 2));
    row.add(dice(number, 10) < 0.96 ? "1%010d".formatted(number) : null);
    row.add(dice(number, 11) < 0.70 ? "c" + number + "@example.com" : null);
    row.add(dice(number, 12) < 0.75 ? "device-" + number : null);
    row.add(dice(number, 13) < 0.15 ? "none" : "active");
    row.add(SURNAMES.get((int) (dice(number, 14) * SURNAMES.size())));
    row.add(dice(number, 15) < 0.5 ? "F" : "M");
    row.add("C" + (1 + (int) (5 * dice(number, 16))));
    row.add(dice(number, 17) < 0.8 ? "valid" : "expired");
    row.add(LocalDate.of(2099, 12, 31));
    for (int i = 1; i <= FEATURES; i++) {
      double value = feature(number, i);
      row.add(
          i <= WHOLE_NUMBERS ? (Object) (long) value : BigDecimal.valueOf((long) (value * 100), 2));
    }
    return row.toArray();
  }

  /** The {@code i}-th column to score by, from 1: 0 to 1,000; the first eight tell who buys. */
  static double feature(int number, int i) {
    return 1_000 * dice(number, 100 + i);
  }

  /** The columns to score by of so many customers, row after row. */
  static double[] matrix(int from, int rows) {
    var matrix = new double[rows * FEATURES];
    for (int row = 0; row < rows; row++) {
      for (int i = 0; i < FEATURES; i++) {
        matrix[row * FEATURES + i] = feature(from + row, i + 1);
      }
    }
    return matrix;
  }

  /** Whether a customer of a past campaign bought: what the model learns from. */
  static boolean bought(int number) {
    double drawn = -4.2;
    for (int i = 1; i <= 8; i++) {
      drawn += 0.9 * (feature(number, i) / 1_000);
    }
    return dice(number, 50) < 1 / (1 + Math.exp(-drawn));
  }

  /** SplitMix64's finaliser over (number, column): 0 to 1, 1 excluded. */
  static double dice(int number, int column) {
    long x = number * 0x9E3779B97F4A7C15L + column * 0xD1B54A32D192ED03L;
    x = (x ^ (x >>> 30)) * 0xBF58476D1CE4E5B9L;
    x = (x ^ (x >>> 27)) * 0x94D049BB133111EBL;
    x ^= x >>> 31;
    return (x >>> 11) * 0x1.0p-53;
  }
}
