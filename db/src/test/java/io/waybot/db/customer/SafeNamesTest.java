package io.waybot.db.customer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SafeNamesTest {

  @ParameterizedTest
  @CsvSource({
    "emp.var.rate, emp_var_rate",
    "default, c_default",
    "Number, c_number",
    "2nd contact, c_2nd_contact",
    "Customer No., customer_no",
    "客户号, c7",
    "'x; drop table customer', x_drop_table_customer"
  })
  void turnsAHeadingIntoASafeIdentifier(String heading, String expected) {
    var name = SafeNames.of(heading, 7);

    assertThat(name).isEqualTo(expected);
    assertThat(SafeNames.isSafe(name)).isTrue();
  }

  @Test
  void cutsWhatIsTooLong() {
    assertThat(SafeNames.isSafe(SafeNames.of("a".repeat(300), 1))).isTrue();
  }
}
