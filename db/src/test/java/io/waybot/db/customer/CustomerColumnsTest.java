package io.waybot.db.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waybot.db.testing.TestDatabase;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.roaringbitmap.RoaringBitmap;

class CustomerColumnsTest {

  @ParameterizedTest
  @EnumSource
  void readsTheColumnsOfExactlyTheAskedCustomersAcrossChunks(TestDatabase kind) {
    var db = kind.open();
    var catalog = new DatasetCatalog(db.sql(), db.batch());
    catalog.create(
        "customers",
        Dataset.Kind.PROFILE,
        "客户",
        "Customers",
        List.of(
            DatasetColumn.of("age", "age", ColumnType.INT, 1),
            DatasetColumn.of("aum_yuan", "aum_yuan", ColumnType.DECIMAL, 2),
            DatasetColumn.of("consent", "consent", ColumnType.BOOL, 3),
            DatasetColumn.of("born", "born", ColumnType.DATE, 4)));
    for (int number : new int[] {1, 2, 65_536, 65_537, 200_000}) {
      db.batch()
          .update(
              "insert into data_customers (number, age, aum_yuan, consent, born) values"
                  + " (?,?,?,?,?)",
              number,
              number % 100,
              new java.math.BigDecimal("10.5"),
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
}
