package io.waybot.runtime.wording;

import io.waybot.db.content.Product;
import java.util.TreeSet;

/** A variable that the platform does not know, or for which the product has no value. */
@Checks(
    value = {"variable-unknown", "variable-empty"},
    basis = Basis.ENGINE)
class VariableRule implements WordingRule {
  @Override
  public void check(Said said, Remarks remarks) {
    var names = new TreeSet<>(Variables.in(said.text("zh")));
    names.addAll(Variables.in(said.text("en")));
    var product = said.product();
    for (var name : names) {
      if (!Variables.KNOWN.contains(name)) {
        remarks.error("variable-unknown", name);
      } else if (product != null && !has(product, name)) {
        remarks.error("variable-empty", name, product.code());
      }
    }
  }

  private static boolean has(Product product, String variable) {
    return switch (variable) {
      case "rate", "rate_range" -> product.rate() != null;
      case "min" -> product.minYuan() != null;
      case "risk" -> product.riskLevel() != null;
      default -> true;
    };
  }
}
