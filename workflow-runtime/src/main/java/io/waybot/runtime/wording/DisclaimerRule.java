package io.waybot.runtime.wording;

import io.waybot.db.content.Disclaimers;
import java.util.Optional;

/** The warning that the platform adds for the class of a product has to be there. */
@Checks(value = "disclaimer-missing", basis = Basis.SUITABILITY)
class DisclaimerRule implements WordingRule {
  private final Disclaimers disclaimers;

  DisclaimerRule(Disclaimers disclaimers) {
    this.disclaimers = disclaimers;
  }

  @Override
  public void check(Said said, Remarks remarks) {
    var product = said.product();
    if (product == null || product.productClass().equals("SERVICE")) {
      return;
    }
    var complete =
        Optional.ofNullable(product.disclaimerCode())
            .flatMap(disclaimers::find)
            .filter(warning -> !warning.textZh().isBlank() && !warning.textEn().isBlank());
    if (complete.isEmpty()) {
      remarks.error("disclaimer-missing", product.code());
    }
  }
}
