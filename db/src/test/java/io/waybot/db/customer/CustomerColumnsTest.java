package io.waybot.db.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waybot.db.testing.TestDatabase;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.roaringbitmap.RoaringBitmap;

class CustomerColumnsTest {

  @ParameterizedTest
  @EnumSource
  void readsTheColumnsOfExactlyTheAskedCustomersAcrossChunks(TestDatabase kind) {
    var db = kind.open();
    var catalog =
        customers(
            db,
            DatasetColumn.of("age", "age", ColumnType.INT, 1),
            DatasetColumn.of("aum_yuan", "aum_yuan", ColumnType.DECIMAL, 2),
            DatasetColumn.of("consent", "consent", ColumnType.BOOL, 3),
            DatasetColumn.of("born", "born", ColumnType.DATE, 4));
    for (int number : new int[] {1, 2, 65_536, 65_537, 200_000}) {
      db.batch()
          .update(
              "insert into data_customers (number, age, aum_yuan, consent, born) values"
                  + " (?,?,?,?,?)",
              number,
              number % 100,
              new BigDecimal("10.5"),
              true,
              LocalDate.of(1990, 1, 2));
    }
    db.batch().update("update data_customers set row_active = false where number = 65537");
    db.batch().update("update data_customers set age = null, consent = null where number = 2");

    var read = new ArrayList<String>();
    new CustomerColumns(db.batch(), catalog)
        .scan(
            "customers",
            List.of("age", "consent", "aum_yuan", "born"),
            RoaringBitmap.bitmapOf(2, 65_536, 65_537, 70_000, 200_000),
            row ->
                read.add(
                    row.customer()
                        + ":"
                        + row.decimal(0)
                        + ":"
                        + row.flag(1)
                        + ":"
                        + row.decimal(2)
                        + ":"
                        + row.date(3)));

    assertThat(read)
        .containsExactly(
            "2:NaN:false:10.5:1990-01-02",
            "65536:36.0:true:10.5:1990-01-02",
            "200000:0.0:true:10.5:1990-01-02");
  }

  @ParameterizedTest
  @EnumSource
  void readsEveryNumberAsTheDoubleNextToIt(TestDatabase kind) {
    var db = kind.open();
    var catalog =
        customers(
            db,
            DatasetColumn.of("yuan", "yuan", ColumnType.DECIMAL, 1),
            DatasetColumn.of("points", "points", ColumnType.INT, 2));
    var random = new Random(8);
    var yuan = new ArrayList<BigDecimal>();
    var points = new ArrayList<Long>();
    for (int digits = 1; digits <= 20; digits++) {
      for (int scale = 0; scale <= 6 && scale <= digits; scale++) {
        var unscaled = new BigDecimal(BigInteger.TEN.pow(digits - scale).subtract(BigInteger.ONE));
        var value =
            digits - scale > 14
                ? new BigDecimal("99999999999999.999999")
                : unscaled
                    .multiply(BigDecimal.valueOf(random.nextDouble()))
                    .setScale(scale, RoundingMode.DOWN);
        yuan.add(random.nextBoolean() ? value : value.negate());
        points.add(random.nextLong());
      }
    }
    for (int i = 0; i < yuan.size(); i++) {
      db.batch()
          .update(
              "insert into data_customers (number, yuan, points) values (?,?,?)",
              i + 1,
              yuan.get(i),
              points.get(i));
    }

    var read = new ArrayList<Double>();
    new CustomerColumns(db.batch(), catalog)
        .scan(
            "customers",
            List.of("yuan", "points"),
            RoaringBitmap.bitmapOfRange(1, yuan.size() + 1),
            row -> {
              var exact = Objects.requireNonNull(row.exact(0));
              assertThat(exact).isEqualByComparingTo(yuan.get(row.customer() - 1));
              assertThat(row.text(0)).isEqualTo(exact.setScale(6).toPlainString());
              assertThat(row.number(1)).isEqualTo((double) points.get(row.customer() - 1));
              read.add(row.number(0));
            });

    assertThat(read).containsExactlyElementsOf(yuan.stream().map(BigDecimal::doubleValue).toList());
  }

  @ParameterizedTest
  @EnumSource
  void readsEachTypeAsWhatItIsAndAsText(TestDatabase kind) {
    var db = kind.open();
    var catalog =
        customers(
            db,
            DatasetColumn.of("name", "name", ColumnType.TEXT, 1),
            DatasetColumn.of("born", "born", ColumnType.DATE, 2),
            DatasetColumn.of("consent", "consent", ColumnType.BOOL, 3),
            DatasetColumn.of("sms_ok", "sms_ok", ColumnType.INT, 4));
    db.batch()
        .update(
            "insert into data_customers (number, name, born, consent, sms_ok) values"
                + " (1, '王\t秀英', date '1931-12-31', true, 1), (2, '', null, false, 0),"
                + " (3, null, date '2031-01-01', null, null)");

    var read = new ArrayList<String>();
    new CustomerColumns(db.batch(), catalog)
        .scan(
            "customers",
            List.of("name", "born", "consent", "sms_ok"),
            RoaringBitmap.bitmapOf(1, 2, 3),
            row -> {
              read.add(row.text(0) + " " + row.date(1) + " " + row.text(1) + " " + row.flag(2));
              read.add(row.decimal(2) + " " + row.flag(3) + " " + row.text(3) + " " + row.empty(3));
            });

    assertThat(read)
        .containsExactly(
            "王\t秀英 1931-12-31 1931-12-31 true",
            "1.0 true 1 false",
            " null null false",
            "0.0 false 0 false",
            "null 2031-01-01 2031-01-01 false",
            "NaN false null true");
  }

  @ParameterizedTest
  @EnumSource
  void refusesANameThatIsNotInTheCatalogue(TestDatabase kind) {
    var db = kind.open();
    var catalog = new DatasetCatalog(db.sql(), db.batch());
    catalog.create("customers", Dataset.Kind.PROFILE, "客户", "Customers", List.of());

    assertThatThrownBy(() ->
            new CustomerColumns(db.batch(), catalog)
                .scan(
                    "customers",
                    List.of("number from customer --"),
                    RoaringBitmap.bitmapOf(1),
                    row -> {}))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /** The customers' data with these columns. */
  private static DatasetCatalog customers(TestDatabase.Access db, DatasetColumn... columns) {
    var catalog = new DatasetCatalog(db.sql(), db.batch());
    catalog.create("customers", Dataset.Kind.PROFILE, "客户", "Customers", List.of(columns));
    return catalog;
  }
}
