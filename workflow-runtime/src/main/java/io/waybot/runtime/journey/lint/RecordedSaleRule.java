package io.waybot.runtime.journey.lint;

import io.waybot.bots.policy.Codes;
import io.waybot.db.content.Product;
import io.waybot.runtime.wording.Basis;
import io.waybot.runtime.wording.Checks;
import java.util.Collection;
import java.util.Set;

/** Insurance is sold face to face and recorded, so no robot channel may offer it. */
@Checks(value = "recorded-channel", basis = Basis.RECORDING)
class RecordedSaleRule implements LintRule {
  private static final Set<String> ROBOTS = Set.of("sms", "push", "call");

  private final SaidInJourney said;

  RecordedSaleRule(SaidInJourney said) {
    this.said = said;
  }

  @Override
  public void check(Plan plan, Findings findings) {
    for (var line : said.lines(plan)) {
      var content = line.content();
      if (content != null && "dispatch".equals(line.step().job())) {
        said.product(content.productCode())
            .filter(product -> mayNot(product, line.channels()))
            .ifPresent(product -> add(line.step(), product, findings));
      }
    }
    for (var offer : said.offers(plan)) {
      var channels = Codes.in(offer.step().input("channels"));
      offer
          .product()
          .filter(product -> !channels.isEmpty() && ROBOTS.containsAll(channels))
          .filter(product -> mayNot(product, channels))
          .ifPresent(product -> add(offer.step(), product, findings));
    }
  }

  private static boolean mayNot(Product product, Collection<String> channels) {
    return product.productClass().equals("INSURANCE")
        && product.recordedSale()
        && channels.stream().anyMatch(ROBOTS::contains);
  }

  private static void add(Step step, Product product, Findings findings) {
    var name = product.name(findings.language().getLanguage());
    findings.error(step.id(), "recorded-channel", step.label(), name);
  }
}
