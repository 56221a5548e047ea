package io.waybot.designer.rules;

import io.waybot.db.decision.CapacityPrice;
import io.waybot.designer.shell.Formats;
import io.waybot.designer.shell.Texts;
import io.waybot.runtime.decision.LatestPrices;
import io.waybot.runtime.decision.LatestPrices.LatestPrice;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** What one more of a channel or a product was worth in its last decision. */
final class WorthWords {
  private static final String BRANCH = "branch";

  /** Less than this is shown as nothing, yuan. */
  private static final double SEEN = 0.005;

  private final LatestPrices prices;
  private final Texts texts;
  private final ZoneId zone;

  WorthWords(LatestPrices prices, Texts texts, ZoneId zone) {
    this.prices = prices;
    this.texts = texts;
    this.zone = zone;
  }

  /** Yuan for one more, as in a table. */
  String brief(String channel) {
    var latest = prices.ofChannel(channel);
    if (latest.isEmpty()) {
      return "–";
    }
    var leads = leads(channel);
    double own = latest.get().price().priceYuan();
    return leads.isPresent()
        ? range(own + leads.get().least(), own + leads.get().most())
        : range(own, own);
  }

  /** The whole sentence. */
  String ofChannel(String channel) {
    return prices
        .ofChannel(channel)
        .map(latest -> sentence(brief(channel), latest))
        .orElse(texts.get("channels.worth.never"));
  }

  String ofProduct(String product) {
    return prices
        .ofProduct(product)
        .map(latest ->
            sentence(range(latest.price().priceYuan(), latest.price().priceYuan()), latest))
        .orElse("–");
  }

  private String sentence(String yuan, LatestPrice latest) {
    var used = Formats.count(Math.round(latest.price().used()));
    var most = latest.price().capacity();
    return texts.get(
        "channels.worth.at",
        yuan,
        Formats.moment(latest.decidedAt(), zone),
        used,
        Double.isInfinite(most) ? "–" : Formats.count(Math.round(most)));
  }

  private record Range(double least, double most) {}

  /** Leads differ by sub-branch. */
  private Optional<Range> leads(String channel) {
    var leads = channel.equals(BRANCH) ? prices.ofLeads() : List.<CapacityPrice>of();
    var stats = leads.stream().mapToDouble(CapacityPrice::priceYuan).summaryStatistics();
    return leads.isEmpty()
        ? Optional.empty()
        : Optional.of(new Range(stats.getMin(), stats.getMax()));
  }

  private static String range(double least, double most) {
    return Math.abs(most - least) < SEEN ? yuan(most) : yuan(least) + " – " + yuan(most);
  }

  private static String yuan(double price) {
    return Math.abs(price) < SEEN ? "0" : Formats.yuan(BigDecimal.valueOf(price));
  }
}
