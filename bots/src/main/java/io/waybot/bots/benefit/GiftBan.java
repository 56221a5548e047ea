package io.waybot.bots.benefit;

import io.waybot.db.content.Product;
import io.waybot.db.content.Products;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** No benefit may depend on buying a deposit, an investment or an insurance. */
@Component
class GiftBan {
  private static final Set<String> NEVER =
      Set.of("DEPOSIT", "STRUCTURED", "WEALTH", "FUND", "INSURANCE", "GOLD", "PENSION");

  private final Products products;

  GiftBan(Products products) {
    this.products = products;
  }

  /** The first of the products for which nothing may be given. */
  Optional<Product> among(Collection<String> codes) {
    return codes.stream()
        .map(products::find)
        .flatMap(Optional::stream)
        .filter(product -> NEVER.contains(product.productClass()))
        .findFirst();
  }
}
