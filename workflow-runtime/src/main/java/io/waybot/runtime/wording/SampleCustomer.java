package io.waybot.runtime.wording;

import io.waybot.db.content.Product;
import io.waybot.db.dispatch.CustomerFacts;
import java.math.BigDecimal;
import java.util.Map;

/** Somebody with a long name, to see how long a message gets. */
final class SampleCustomer {
  static final CustomerFacts SOMEBODY =
      new CustomerFacts(
          Map.of(
              "surname_zh", "欧阳",
              "surname_en", "Ouyang",
              "gender", "F",
              "risk_valid_until", "2026-12-31"));

  /** Stands for what a decision would choose. */
  static final Product PRODUCT =
      new Product(
          "",
          "定期存款产品",
          "Term deposit",
          "DEPOSIT",
          null,
          null,
          "1.35%",
          1,
          BigDecimal.valueOf(10_000),
          BigDecimal.ZERO,
          "D1",
          false,
          true);

  private SampleCustomer() {}
}
