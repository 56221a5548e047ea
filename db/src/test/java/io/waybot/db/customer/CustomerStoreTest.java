package io.waybot.db.customer;

import static org.assertj.core.api.Assertions.assertThat;

import io.waybot.db.testing.TestDatabase;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.roaringbitmap.RoaringBitmap;

class CustomerStoreTest {

  @ParameterizedTest
  @EnumSource
  void knowsTheCustomersOfAUnitAndOfEverythingBelowIt(TestDatabase kind) {
    var customers = store(kind);

    assertThat(customers.ofOrg("00").toArray()).containsExactly(1, 2, 3);
    assertThat(customers.ofOrg("11").toArray()).containsExactly(1, 2);
    assertThat(customers.ofOrg("1101").toArray()).containsExactly(1);
    assertThat(customers.ofOrg("99").isEmpty()).isTrue();
  }

  @ParameterizedTest
  @EnumSource
  void translatesKeysAndNumbersInBothDirections(TestDatabase kind) {
    var customers = store(kind);

    assertThat(customers.numbersOf(List.of("c1", "c3", "nobody")))
        .containsOnly(java.util.Map.entry("c1", 1), java.util.Map.entry("c3", 3));
    assertThat(customers.keysOf(RoaringBitmap.bitmapOf(2, 4, 77)))
        .containsOnly(java.util.Map.entry(2, "c2"), java.util.Map.entry(4, "c4"));
    assertThat(customers.highestNumber()).isEqualTo(4);
  }

  @ParameterizedTest
  @EnumSource
  void leavesOutInactiveCustomersAndPagesInNumberOrder(TestDatabase kind) {
    var customers = store(kind);

    assertThat(customers.active().toArray()).containsExactly(1, 2, 3);
    assertThat(customers.page(customers.active(), 1, 10))
        .extracting(Customer::key)
        .containsExactly("c2", "c3");
    assertThat(customers.page(customers.active(), 3, 10)).isEmpty();
  }

  private static CustomerStore store(TestDatabase kind) {
    var db = kind.open();
    for (var unit :
        List.of(
            new String[] {"00", null, "HEAD_OFFICE", "/00/"},
            new String[] {"11", "00", "BRANCH", "/00/11/"},
            new String[] {"1101", "11", "SUB_BRANCH", "/00/11/1101/"},
            new String[] {"12", "00", "BRANCH", "/00/12/"})) {
      db.batch()
          .update(
              "insert into org_unit (code, parent_code, level, name_zh, name_en, path) values"
                  + " (?,?,?,?,?,?)",
              unit[0],
              unit[1],
              unit[2],
              "x",
              "x",
              unit[3]);
    }
    var orgs = new String[] {"1101", "11", "12", "1101"};
    for (int number = 1; number <= 4; number++) {
      db.batch()
          .update(
              "insert into customer (number, customer_key, org_code, active) values (?,?,?,?)",
              number,
              "c" + number,
              orgs[number - 1],
              number != 4);
    }
    return new CustomerStore(db.sql(), db.batch());
  }
}
