package io.waybot.runtime.wording;

import io.waybot.db.content.Product;
import io.waybot.db.content.Products;
import java.util.Optional;

/** Care and service notices name no product and carry no marketing link. */
@Checks(value = "notice-names-product", basis = Basis.BANK)
class NoticeRule implements WordingRule {
  private final Products products;

  NoticeRule(Products products) {
    this.products = products;
  }

  @Override
  public void check(Said said, Remarks remarks) {
    if (said.marketing()) {
      return;
    }
    named(said).ifPresent(name -> remarks.error("notice-names-product", name));
  }

  private Optional<String> named(Said said) {
    if (said.product() != null) {
      return Optional.of(said.product().nameZh());
    }
    var both = said.text("zh") + "\n" + said.text("en");
    return Variables.in(both).stream()
        .filter(Variables.OF_PRODUCT::contains)
        .findFirst()
        .map(name -> "{{" + name + "}}")
        .or(() ->
            products.all().stream()
                .filter(product -> names(both, product))
                .findFirst()
                .map(Product::nameZh))
        .or(() -> Optional.ofNullable(said.page()).filter(page -> !page.isBlank()));
  }

  private static boolean names(String text, Product product) {
    return text.contains(product.nameZh()) || text.contains(product.nameEn());
  }
}
