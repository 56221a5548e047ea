package io.waybot.runtime.demo;

import io.waybot.db.content.Channel;
import io.waybot.db.content.Channels;
import io.waybot.db.content.Content;
import io.waybot.db.content.ContentDraft;
import io.waybot.db.content.Contents;
import io.waybot.db.content.CrashKind;
import io.waybot.db.content.Disclaimers;
import io.waybot.db.content.Product;
import io.waybot.db.content.Products;
import io.waybot.db.content.Scripts;
import io.waybot.demo.bank.Catalogue;
import io.waybot.demo.bank.DemoTables;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the demo bank sells, says and sends with. */
@Component
class DemoCatalogue {
  private static final String BY = "demo";
  private static final String HEAD_OFFICE = "00";
  private static final Set<String> RECORDED = Set.of("WEALTH", "FUND", "INSURANCE");

  /** The demo tables' names for channels, and ours. */
  private static final Map<String, String> CODES =
      Map.of("MAIL", "email", "RM", "branch", "POS", "position");

  /** How well a contact by the channel works, compared with a push. */
  private static final Map<String, Double> FACTORS =
      Map.of("branch", 2.0, "sms", 1.1, "push", 1.0, "email", 0.8);

  private final Products products;
  private final Disclaimers disclaimers;
  private final Channels channels;
  private final Contents contents;
  private final Scripts scripts;

  DemoCatalogue(
      Products products,
      Disclaimers disclaimers,
      Channels channels,
      Contents contents,
      Scripts scripts) {
    this.products = products;
    this.disclaimers = disclaimers;
    this.channels = channels;
    this.contents = contents;
    this.scripts = scripts;
  }

  @Transactional
  void moveIn() {
    for (var d : DemoTables.disclaimers()) {
      disclaimers.save(new Disclaimers.Disclaimer(d.code(), d.zh(), d.en()));
    }
    DemoTables.products().forEach(product -> products.save(product(product)));
    for (var s : DemoTables.scripts()) {
      scripts.save(
          new Scripts.Script(s.code(), s.titleZh(), s.titleEn(), s.zh(), s.en(), null, null));
    }
    int position = 1;
    for (var channel : DemoTables.channels()) {
      channels.save(channel(channel, position++));
    }
    DemoTables.contents().forEach(this::addContent);
  }

  private void addContent(Catalogue.Content content) {
    if (contents.find(content.code()).isPresent()) {
      return;
    }
    contents.create(
        new ContentDraft(
            content.code(),
            content.product(),
            HEAD_OFFICE,
            content.purpose(),
            null,
            null,
            page(content.product()),
            Map.of(
                "zh", new Content.Text(content.titleZh(), content.textZh()),
                "en", new Content.Text(content.titleEn(), content.textEn()))),
        BY);
  }

  private static Product product(Catalogue.Product p) {
    return new Product(
        p.code(),
        p.zh(),
        p.en(),
        productClass(p),
        p.termsZh(),
        p.termsEn(),
        rate(p),
        p.risk(),
        p.fromYuan(),
        p.marginYuan(),
        p.disclaimer(),
        RECORDED.contains(p.category()),
        true);
  }

  private static String productClass(Catalogue.Product product) {
    return product.category().equals("CREDIT") ? "LOAN" : product.category();
  }

  private static @Nullable String rate(Catalogue.Product product) {
    var low = product.rateLowPercent();
    var high = product.rateHighPercent();
    if (low == null) {
      return null;
    }
    return high == null || high.compareTo(low) == 0
        ? low.toPlainString() + "%"
        : low.toPlainString() + "%–" + high.toPlainString() + "%";
  }

  private static @Nullable String page(@Nullable String product) {
    return DemoTables.products().stream()
        .filter(p -> p.code().equals(product))
        .map(p -> productClass(p).toLowerCase(Locale.ROOT))
        .findFirst()
        .orElse(null);
  }

  private static Channel channel(Catalogue.Channel c, int position) {
    var code = code(c.code());
    return new Channel(
        code,
        c.zh(),
        c.en(),
        c.connected(),
        Objects.requireNonNullElse(c.capacityPerDay(), 0),
        30_000,
        c.costYuan(),
        c.hours().isEmpty() ? "00:00-24:00" : String.join(",", c.hours()),
        c.businessDaysOnly(),
        c.countsAsContact(),
        caps(c.caps()),
        crashKind(c.crashBehaviour()),
        FACTORS.getOrDefault(code, 1.0),
        false,
        position);
  }

  /** Our code of a channel in the demo tables. */
  static String code(String channel) {
    return CODES.getOrDefault(channel, channel.toLowerCase(Locale.ROOT));
  }

  /** {@code 1/1d} is once a day; a cap per visit is not a cap by days. */
  private static @Nullable String caps(List<String> caps) {
    var byDays =
        caps.stream()
            .filter(cap -> cap.endsWith("d"))
            .map(cap -> cap.substring(0, cap.length() - 1))
            .collect(Collectors.joining(","));
    return byDays.isEmpty() ? null : byDays;
  }

  private static CrashKind crashKind(String behaviour) {
    return switch (behaviour) {
      case "idempotent" -> CrashKind.IDEMPOTENT;
      case "queryable" -> CrashKind.QUERYABLE;
      case "plain" -> CrashKind.PLAIN;
      default -> CrashKind.OWN_TABLE; // the customer or the bank's own screen fetches it
    };
  }
}
