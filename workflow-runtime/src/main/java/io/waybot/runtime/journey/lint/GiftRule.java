package io.waybot.runtime.journey.lint;

import io.waybot.db.content.Product;
import io.waybot.db.content.Products;
import io.waybot.runtime.wording.Basis;
import io.waybot.runtime.wording.Checks;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A benefit for buying a deposit, wealth product, fund or insurance, or for holding money. */
@Checks(value = "gift", basis = Basis.COUNSEL)
class GiftRule implements LintRule {
  private static final Set<String> NEVER =
      Set.of("DEPOSIT", "STRUCTURED", "WEALTH", "FUND", "INSURANCE", "GOLD", "PENSION");

  private final Products products;

  GiftRule(Products products) {
    this.products = products;
  }

  @Override
  public void check(Plan plan, Findings findings) {
    var goal = plan.settings().goal();
    var bought = goal == null ? List.<String>of() : goal.products();
    for (var grant : plan.robots("grant-benefit")) {
      bought.stream()
          .map(products::find)
          .flatMap(Optional::stream)
          .filter(product -> NEVER.contains(product.productClass()))
          .findFirst()
          .ifPresent(product -> add(grant, product, findings));
    }
  }

  private static void add(Step grant, Product product, Findings findings) {
    var name = product.name(findings.language().getLanguage());
    findings.error(grant.id(), "gift", grant.label(), name);
  }
}
