package io.waybot.runtime.journey.lint;

import io.waybot.db.content.Product;
import io.waybot.runtime.wording.Basis;
import io.waybot.runtime.wording.Checks;

/** An offer that is not on sale, or about which the journey has nothing to say. */
@Checks(
    value = {"offer-off-sale", "offer-without-content"},
    basis = Basis.BANK)
class OfferRule implements LintRule {
  private final SaidInJourney said;

  OfferRule(SaidInJourney said) {
    this.said = said;
  }

  @Override
  public void check(Plan plan, Findings findings) {
    var lines = said.lines(plan);
    for (var offer : said.offers(plan)) {
      if (offer.product().filter(Product::active).isEmpty()) {
        findings.error(offer.step().id(), "offer-off-sale", offer.step().label(), offer.code());
      } else if (lines.stream()
          .filter(line -> line.step().equals(offer.step()))
          .noneMatch(line ->
              line.content() != null && offer.code().equals(line.content().productCode()))) {
        findings.error(
            offer.step().id(), "offer-without-content", offer.step().label(), offer.code());
      }
    }
  }
}
