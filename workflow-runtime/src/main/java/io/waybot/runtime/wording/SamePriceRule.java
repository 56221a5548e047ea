package io.waybot.runtime.wording;

import java.util.List;
import java.util.regex.Pattern;

/** A price in words: it comes from the product table, so that all customers get the same. */
@Checks(value = "price-literal", basis = Basis.PERSONAL_DATA)
class SamePriceRule implements WordingRule {
  private static final Pattern FIGURE =
      Pattern.compile("\\d+(?:\\.\\d+)?\\s*(?:[%%‰]|个基点|basis points)");

  @Override
  public void check(Said said, Remarks remarks) {
    if (said.product() == null) {
      return;
    }
    List.of("zh", "en").stream()
        .flatMap(language -> FIGURE.matcher(said.text(language)).results())
        .map(found -> found.group())
        .distinct()
        .forEach(figure -> remarks.error("price-literal", figure));
  }
}
